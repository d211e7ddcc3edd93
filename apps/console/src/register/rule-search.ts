/** Letters as people type them in a search: case and «ё» do not matter. */
const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** The rows whose words hold every word of the search, in any order. */
export function searchRows<T>(
  rows: readonly T[],
  wordsOf: (row: T) => readonly string[],
  search: string,
): T[] {
  const asked = plain(search)
    .split(/[\s,]+/u)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    const words = plain(wordsOf(row).join(' '));
    return asked.every((word) => words.includes(word));
  });
}
