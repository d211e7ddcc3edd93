import type { Language } from '#texts/number.ts';
import type { Reference } from '../app/reference.ts';

export interface OptionGroup {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

/** Topics under their sectors, as a searchable list shows them. */
export const topicOptions = ({ sectors }: Pick<Reference, 'sectors'>, language: Language): OptionGroup[] =>
  sectors.map(({ name, topics }) => ({
    group: name[language],
    items: topics.map((topic) => ({ value: topic.code, label: topic.name[language] })),
  }));
