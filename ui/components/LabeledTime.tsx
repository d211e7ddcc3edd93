/** A moment in words; the exact time appears on hover and is there for machines. */
export function LabeledTime({ at, words, exact }: { at: string; words: string; exact: string }) {
  return (
    <time dateTime={at} title={exact}>
      {words}
    </time>
  );
}
