import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { problemStates } from '#kernel/appeal.ts';
import { DateField } from '../app/DateField.tsx';
import { useTexts } from '../app/language.ts';
import { TopicAndPlace } from '../queue/TopicAndPlace.tsx';
import type { MapFilter } from './map-filter.ts';
import classes from './Map.module.css';

interface FieldsProps {
  readonly filter: MapFilter;
  readonly set: (filter: MapFilter) => void;
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
  const { topic: _topic, ...noTopic } = filter;
  const { municipality: _municipality, ...noMunicipality } = filter;
  const { from: _from, ...noFrom } = filter;
  const { to: _to, ...noTo } = filter;
  return (
    <form
      className={classes['filters']}
      aria-label={queue.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <TopicAndPlace
        topic={filter.topic}
        municipality={filter.municipality}
        chooseTopic={(code) => set(code === null ? noTopic : { ...filter, topic: [code] })}
        chooseMunicipality={(id) => set(id === null ? noMunicipality : { ...filter, municipality: [id] })}
      />
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
