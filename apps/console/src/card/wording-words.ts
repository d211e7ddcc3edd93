import type { WordingTexts } from '#texts/ru/wording.ts';
import type { Card } from './use-card.ts';

type Understanding = Card['understanding'];

const nameOf = (code: string, t: WordingTexts): string => t.names[code] ?? t.unknown;

/** What is told of the wording beside the words; nothing where it is plain Russian. */
export function wordingMarks(
  { language, isTransliterated, isRude }: Understanding,
  t: WordingTexts,
): string[] {
  return [
    language === 'ru' ? null : t.language(nameOf(language, t)),
    isTransliterated ? t.transliterated : null,
    isRude ? t.rude : null,
  ].filter((mark) => mark !== null);
}

/** What whoever writes the answer is reminded of. */
export function answerReminders({ language, isRude }: Understanding, t: WordingTexts): string[] {
  return [
    language === 'ru' ? null : t.answerIn(nameOf(language, t)),
    isRude ? t.answerPolitely : null,
  ].filter((mark) => mark !== null);
}
