import { Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { resolutions } from '#kernel/appeal.ts';
import { DateField } from '../app/DateField.tsx';
import { useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import classes from './Answer.module.css';
import type { Draft } from './draft.ts';

export interface ResolutionFieldsProps {
  readonly draft: Draft;
  readonly missing: readonly (keyof Draft)[];
  readonly change: (changes: Partial<Draft>) => void;
}

function Scheduled({ draft, missing, change }: ResolutionFieldsProps) {
  const { answer: t, console: shell } = useTexts();
  const { today } = useTime();
  const lacks = (name: keyof Draft) => (missing.includes(name) ? { error: shell.form.required } : {});
  return (
    <>
      <Checkbox
        label={t.needsMoney}
        checked={draft.needsMoney}
        onChange={(event) => change({ needsMoney: event.currentTarget.checked })}
      />
      {draft.needsMoney ? (
        <div className={classes['pair']}>
          <TextInput
            label={t.moneySum}
            inputMode="numeric"
            value={draft.moneySum}
            onChange={(event) => change({ moneySum: event.currentTarget.value })}
            {...lacks('moneySum')}
          />
          <DateField
            label={t.reviewOn}
            min={today}
            value={draft.reviewOn}
            change={(reviewOn) => change({ reviewOn })}
            {...lacks('reviewOn')}
          />
        </div>
      ) : (
        <DateField
          label={t.promisedOn}
          description={t.promisedHint}
          min={today}
          value={draft.promisedOn}
          change={(promisedOn) => change({ promisedOn })}
          {...lacks('promisedOn')}
        />
      )}
    </>
  );
}

/** The result of a final answer and what that result must come with. */
export function ResolutionFields({ draft, missing, change }: ResolutionFieldsProps) {
  const { answer: t, lifecycle, console: shell } = useTexts();
  const lacks = (name: keyof Draft) => (missing.includes(name) ? { error: shell.form.required } : {});
  return (
    <>
      <NativeSelect
        label={t.resolution}
        maw={320}
        data={[
          { value: '', label: shell.form.choose },
          ...resolutions.map((value) => ({ value, label: lifecycle.resolution[value] })),
        ]}
        value={draft.resolution ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ resolution: resolutions.find((name) => name === value) ?? null })
        }
        {...lacks('resolution')}
      />
      {draft.resolution === 'scheduled' && <Scheduled draft={draft} missing={missing} change={change} />}
      {draft.resolution === 'forwarded' && (
        <TextInput
          label={t.handedTo}
          maxLength={300}
          value={draft.handedTo}
          onChange={(event) => change({ handedTo: event.currentTarget.value })}
          {...lacks('handedTo')}
        />
      )}
      {draft.resolution === 'refused' && (
        <Textarea
          label={t.refusedWhy}
          description={t.refusedHint}
          maxLength={2000}
          value={draft.refusedWhy}
          onChange={(event) => change({ refusedWhy: event.currentTarget.value })}
          {...lacks('refusedWhy')}
        />
      )}
    </>
  );
}
