/** Languages the interface speaks. */
export type Language = 'ru' | 'en';

const NARROW_NO_BREAK_SPACE = '\u202f';
const formats = {
  ru: new Intl.NumberFormat('ru', { useGrouping: true, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { useGrouping: true, maximumFractionDigits: 1 }),
};

/**
 * A number as people of the language write it: thin spaces between thousands and a decimal comma in
 * Russian, commas and a point in English; at most one digit after the point.
 */
export function writeNumber(value: number, language: Language): string {
  const written = formats[language].format(value);
  return language === 'ru' ? written.replace(/\s/g, NARROW_NO_BREAK_SPACE) : written;
}
