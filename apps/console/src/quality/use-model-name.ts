import { useLanguage, useTexts } from '../app/language.ts';
import { modelNameOf } from './model-name.ts';

const day = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;

/** Models by the day they were learnt: the day itself, since «сегодня» will not be today tomorrow. */
export function useModelName(): (version: string) => string {
  const { quality } = useTexts();
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', day);
  return (version) =>
    modelNameOf(version, quality, (written) => format.format(new Date(`${written}T12:00:00Z`)));
}
