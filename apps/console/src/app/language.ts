import type { Language } from '#texts/number.ts';
import { staff as russian, type StaffTexts } from '#texts/ru/staff.ts';
import { staff as english } from '#texts/en/staff.ts';
import { signal, useSignal } from './signal.ts';

const stored = 'otklik.language';
const texts: Readonly<Record<Language, StaffTexts>> = { ru: russian, en: english };

const remembered = (): Language => {
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'ru';
  } catch {
    return 'ru';
  }
};

export const language = signal<Language>(remembered());
document.documentElement.lang = language.get();

/** Switches the console at once and remembers the choice in this browser. */
export function setLanguage(next: Language): void {
  language.set(next);
  document.documentElement.lang = next;
  try {
    localStorage.setItem(stored, next);
  } catch {
    // A browser that keeps nothing still shows the language until the page is closed.
  }
}

export const useLanguage = (): Language => useSignal(language);
export const useTexts = (): StaffTexts => texts[useLanguage()];
