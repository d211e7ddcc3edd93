import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { addAssignment } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { DateField } from '../../app/DateField.tsx';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useTime } from '../../app/use-time.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';
import { BodyFields, idsOf, type ChosenBody } from './BodyFields.tsx';

/** A task to a body or its executor. */
export function AssignmentForm({ close }: { close: () => void }) {
  const t = useTexts().card.assignments;
  const { card } = useOpenCard();
  const act = useCardAct();
  const { today } = useTime();
  const [body, setBody] = useState<ChosenBody>({ authority: null, executor: '' });
  const [task, setTask, forget] = useKeptText(`${card.id}.assignment`);
  const [dueOn, setDueOn] = useState('');
  const ids = idsOf(body);
  const submit = async () => {
    if (ids === null) return;
    const filled = { ...ids, task: task.trim(), dueOn: dueOn === '' ? null : dueOn };
    if (!(await act.run(() => call(addAssignment, { params: { appealId: card.id }, body: filled })))) return;
    forget();
    close();
  };
  return (
    <ActForm
      label={t.add}
      submitLabel={t.submit}
      act={act}
      canSubmit={ids !== null && task.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
      <BodyFields body={body} change={setBody} />
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
