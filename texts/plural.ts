import { writeNumber } from './number.ts';

const NO_BREAK_SPACE = '\u00a0';
const russian = new Intl.PluralRules('ru');
const english = new Intl.PluralRules('en');

/**
 * The Russian word form that goes with a number: 1 дом, 2 дома, 5 домов; a fraction takes the form of two
 * (1,5 дома). `few` serves both "two to four" and fractions, as the genitive singular does in the language.
 */
export function pluralWord(n: number, one: string, few: string, many: string): string {
  const forms: Readonly<Record<Intl.LDMLPluralRule, string>> = {
    zero: many,
    one,
    two: few,
    few,
    many,
    other: few,
  };
  return forms[russian.select(n)];
}

/** The number and its word: «21 сообщение», «1 204 сообщения». They never part at the end of a line. */
export function plural(n: number, one: string, few: string, many: string): string {
  return `${writeNumber(n, 'ru')}${NO_BREAK_SPACE}${pluralWord(n, one, few, many)}`;
}

/** The English word form that goes with a number. */
export function pluralWordEn(n: number, one: string, other: string): string {
  return english.select(n) === 'one' ? one : other;
}

/** The number and its word in English: "1 message", "1,204 messages". */
export function pluralEn(n: number, one: string, other: string): string {
  return `${writeNumber(n, 'en')}${NO_BREAK_SPACE}${pluralWordEn(n, one, other)}`;
}
