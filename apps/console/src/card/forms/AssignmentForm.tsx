import { NativeSelect, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { addAssignment } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { DateField } from '../../app/DateField.tsx';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useTime } from '../../app/use-time.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';
import { useAuthorityOptions, useExecutorOptions } from './AssignForm.tsx';

/** A task to a body or its executor. */
export function AssignmentForm({ close }: { close: () => void }) {
  const { card: texts, actions, console: shell } = useTexts();
  const t = texts.assignments;
  const { card } = useOpenCard();
  const act = useCardAct();
  const { today } = useTime();
  const [authority, setAuthority] = useState<string | null>(null);
  const [executor, setExecutor] = useState('');
  const [task, setTask, forget] = useKeptText(`${card.id}.assignment`);
  const [dueOn, setDueOn] = useState('');
  const options = useAuthorityOptions();
  const executors = useExecutorOptions(authority);
  const submit = async () => {
    if (authority === null) return;
    const body = {
      authorityId: Number(authority),
      executorId: executor === '' ? null : Number(executor),
      task: task.trim(),
      dueOn: dueOn === '' ? null : dueOn,
    };
    if (!(await act.run(() => call(addAssignment, { params: { appealId: card.id }, body })))) return;
    forget();
    close();
  };
  return (
    <ActForm
      label={t.add}
      submitLabel={t.submit}
      act={act}
      canSubmit={authority !== null && task.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
      <Select
        label={actions.assign.authority}
        placeholder={shell.form.search}
        nothingFoundMessage={shell.form.nothingFound}
        limit={100}
        data={options}
        value={authority}
        onChange={(next) => {
          setAuthority(next);
          setExecutor('');
        }}
      />
      {executors.length > 1 && (
        <NativeSelect
          label={actions.assign.executor}
          data={executors}
          value={executor}
          onChange={(event) => setExecutor(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t.task}
        maxLength={2000}
        value={task}
        onChange={(event) => setTask(event.currentTarget.value)}
      />
      <DateField label={t.dueOn} min={today} value={dueOn} change={setDueOn} />
    </ActForm>
  );
}
