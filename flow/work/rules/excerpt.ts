const LONGEST = 180;

/** The first words of a text for a list: one line, cut at a word. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > LONGEST / 2 ? cut.slice(0, lastSpace) : cut).toWellFormed()}…`;
}
