import { markPath } from '#ui/brand/mark.ts';

/** The mark of Otklik, drawn in the colour of the text around it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" fill="currentColor" fillRule="evenodd" aria-hidden>
      <path d={markPath} />
    </svg>
  );
}
