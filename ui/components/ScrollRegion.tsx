import type { ReactNode } from 'react';

export interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly maxHeight?: number;
}

/** What is only read aloud stays inside it too, hence the position. */
const scrolling = { position: 'relative', overflow: 'auto' } as const;

/** Something wider or taller than its place: it scrolls by itself, by keys too. */
export function ScrollRegion({ label, children, maxHeight }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
    <div style={{ ...scrolling, maxHeight }} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
