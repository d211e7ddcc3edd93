import { NativeSelect } from '@mantine/core';
import { messageKinds } from '#kernel/appeal.ts';
import { stages } from '#flow/work/rules/lifecycle.ts';
import { DateField } from '../app/DateField.tsx';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import type { QueueFilter } from './queue-filter.ts';
import { TopicAndPlace } from './TopicAndPlace.tsx';
import classes from './Queue.module.css';

export interface QueueFiltersProps {
  readonly filter: QueueFilter;
  readonly setFilter: (filter: QueueFilter) => void;
}

function StateAndChannel({ filter, setFilter }: QueueFiltersProps) {
  const { queue, lifecycle, channels, channelUnknown } = useTexts();
  const { all } = useNames();
  const { stage: _stage, ...noStage } = filter;
  const { channel: _channel, ...noChannel } = filter;
  const { kind: _kind, ...noKind } = filter;
  const anything = { value: '', label: queue.anyState };
  return (
    <>
      <NativeSelect
        label={queue.state}
        data={[anything, ...stages.map((stage) => ({ value: stage, label: lifecycle.stage[stage] }))]}
        value={filter.stage?.[0] ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const stage = stages.find((name) => name === value);
          setFilter(stage === undefined ? noStage : { ...filter, view: 'all', stage: [stage] });
        }}
      />
      <NativeSelect
        label={queue.channel}
        data={[
          { value: '', label: queue.anyChannel },
          ...all.channels.map(({ code }) => ({ value: code, label: channels[code] ?? channelUnknown })),
        ]}
        value={filter.channel?.[0] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setFilter(value === '' ? noChannel : { ...filter, channel: [value] })
        }
      />
      <NativeSelect
        label={queue.kind}
        data={[anything, ...messageKinds.map((kind) => ({ value: kind, label: lifecycle.kind[kind] }))]}
        value={filter.kind?.[0] ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const kind = messageKinds.find((name) => name === value);
          setFilter(kind === undefined ? noKind : { ...filter, kind: [kind] });
        }}
      />
    </>
  );
}

/** Topic, place, state, channel and period. */
export function QueueFilters({ filter, setFilter }: QueueFiltersProps) {
  const { console: t } = useTexts();
  const { topic: _topic, ...noTopic } = filter;
  const { municipality: _municipality, ...noMunicipality } = filter;
  const { from: _from, ...noFrom } = filter;
  const { to: _to, ...noTo } = filter;
  return (
    <div className={classes['filters']}>
      <TopicAndPlace
        topic={filter.topic}
        municipality={filter.municipality}
        chooseTopic={(code) => setFilter(code === null ? noTopic : { ...filter, topic: [code] })}
        chooseMunicipality={(id) =>
          setFilter(id === null ? noMunicipality : { ...filter, municipality: [id] })
        }
      />
      <StateAndChannel filter={filter} setFilter={setFilter} />
      <span />
      <DateField
        label={t.form.receivedFrom}
        value={filter.from ?? ''}
        max={filter.to}
        change={(day) => setFilter(day === '' ? noFrom : { ...filter, from: day })}
      />
      <DateField
        label={t.form.receivedTo}
        value={filter.to ?? ''}
        min={filter.from}
        change={(day) => setFilter(day === '' ? noTo : { ...filter, to: day })}
      />
    </div>
  );
}
