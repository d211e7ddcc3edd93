import { NativeSelect, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { problemStates } from '#kernel/appeal.ts';
import { DateField } from '../app/DateField.tsx';
import { useLanguage, useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { topicOptions } from '../queue/topic-options.ts';
import type { MapFilter } from './map-filter.ts';
import classes from './Map.module.css';

interface FieldsProps {
  readonly filter: MapFilter;
  readonly set: (filter: MapFilter) => void;
}

function TopicAndPlace({ filter, set }: FieldsProps) {
  const { queue, console: shell } = useTexts();
  const language = useLanguage();
  const { all } = useNames();
  const { topic: _topic, ...noTopic } = filter;
  const { municipality: _municipality, ...noMunicipality } = filter;
  return (
    <>
      <Select
        label={queue.topic}
        placeholder={queue.any}
        nothingFoundMessage={shell.form.nothingFound}
        clearable
        clearButtonProps={{ 'aria-label': queue.clear }}
        data={topicOptions(all, language)}
        value={filter.topic?.[0] ?? null}
        onChange={(code) => set(code === null ? noTopic : { ...filter, topic: [code] })}
      />
      <NativeSelect
        label={queue.municipality}
        data={[
          { value: '', label: queue.anyState },
          ...all.municipalities.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={String(filter.municipality?.[0] ?? '')}
        onChange={({ currentTarget: { value } }) =>
          set(value === '' ? noMunicipality : { ...filter, municipality: [Number(value)] })
        }
      />
    </>
  );
}

function State({ filter, set }: FieldsProps) {
  const { queue, staffMap: t, lifecycle } = useTexts();
  const { state: _state, ...noState } = filter;
  return (
    <NativeSelect
      label={t.state}
      data={[
        { value: '', label: queue.anyState },
        ...problemStates.map((value) => ({ value, label: lifecycle.problem[value] })),
      ]}
      value={filter.state?.[0] ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const state = problemStates.find((name) => name === value);
        set(state === undefined ? noState : { ...filter, state: [state] });
      }}
    />
  );
}

/** Topic, municipality, state and period of the map. */
export function MapFilters({ filter }: { filter: MapFilter }) {
  const { queue, console: shell } = useTexts();
  const navigate = useNavigate();
  const set = (next: MapFilter) => void navigate({ to: '/map', search: next, replace: true });
  const { from: _from, ...noFrom } = filter;
  const { to: _to, ...noTo } = filter;
  return (
    <form
      className={classes['filters']}
      aria-label={queue.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <TopicAndPlace filter={filter} set={set} />
      <State filter={filter} set={set} />
      <DateField
        label={shell.form.receivedFrom}
        max={filter.to}
        value={filter.from ?? ''}
        change={(day) => set(day === '' ? noFrom : { ...filter, from: day })}
      />
      <DateField
        label={shell.form.receivedTo}
        min={filter.from}
        value={filter.to ?? ''}
        change={(day) => set(day === '' ? noTo : { ...filter, to: day })}
      />
    </form>
  );
}
