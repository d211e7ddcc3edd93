/**
 * The human number of a case, such as `26-004217`: two digits of the year, then the sequence. Short enough for a phone call.
 *
 * @param year full local year of registration
 * @param sequence positive whole number
 */
export const caseNumber = (year: number, sequence: number): string =>
  `${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(6, '0')}`;

/** A number as people write it (`№ 26-4217`, `26 004217`) in its one form, or `null`. */
export function parseCaseNumber(written: string): string | null {
  const found = /(?:^|[^\d–—.-])(\d{2})\s*[-–—−\s]\s*(\d{1,9})(?!\d)/.exec(written);
  return found === null ? null : `${found[1]}-${found[2]!.padStart(6, '0')}`;
}

/** The number, where a text is nothing but a whole one (`26-004217`, `№ 26 – 004217`), or `null`: one still being typed is none. */
export const wholeCaseNumber = (text: string): string | null =>
  /^\s*№?\s*\d{2}\s*[-–—−]\s*\d{6,9}\s*$/.test(text) ? parseCaseNumber(text) : null;
