import { Select } from '@mantine/core';
import { useLanguage, useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { topicOptions } from './topic-options.ts';

export interface TopicAndPlaceProps {
  /** The address may hold many; the form chooses one. */
  readonly topic: readonly string[] | undefined;
  readonly municipality: readonly number[] | undefined;
  readonly chooseTopic: (code: string | null) => void;
  readonly chooseMunicipality: (id: number | null) => void;
}

/** Topic and municipality of a filter; either may be cleared. */
export function TopicAndPlace({ topic, municipality, chooseTopic, chooseMunicipality }: TopicAndPlaceProps) {
  const { queue, console: shell } = useTexts();
  const language = useLanguage();
  const { all } = useNames();
  const clearable = {
    nothingFoundMessage: shell.form.nothingFound,
    clearable: true,
    clearButtonProps: { 'aria-label': queue.clear },
  };
  return (
    <>
      <Select
        {...clearable}
        label={queue.topic}
        placeholder={queue.any}
        data={topicOptions(all, language)}
        value={topic?.[0] ?? null}
        onChange={chooseTopic}
      />
      <Select
        {...clearable}
        label={queue.municipality}
        placeholder={queue.anyMunicipality}
        data={all.municipalities.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={municipality?.[0] === undefined ? null : String(municipality[0])}
        onChange={(id) => chooseMunicipality(id === null ? null : Number(id))}
      />
    </>
  );
}
