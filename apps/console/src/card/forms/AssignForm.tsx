import { Checkbox, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { assign } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';
import { BodyFields, idsOf, type ChosenBody } from './BodyFields.tsx';

const arbiterFromHops = 2;

/** Makes a body responsible; the clock goes on. */
export function AssignForm({ close }: { close: () => void }) {
  const t = useTexts().actions.assign;
  const { card } = useOpenCard();
  const { authorityId, executorId, hops } = card.responsible;
  const act = useCardAct();
  const [body, setBody] = useState<ChosenBody>({
    authority: authorityId === null ? null : String(authorityId),
    executor: String(executorId ?? ''),
  });
  const [note, setNote, forgetNote] = useKeptText(`${card.id}.assign`);
  const [asArbiter, setArbiter] = useState(false);
  const ids = idsOf(body);
  const submit = async () => {
    if (ids === null) return;
    const filled = { ...ids, asArbiter, note: note.trim() === '' ? null : note.trim() };
    const make = (version: number) =>
      call(assign, { params: { appealId: card.id }, body: { version, ...filled } });
    if (!(await act.run(make))) return;
    forgetNote();
    close();
  };
  return (
    <ActForm
      label={t.button}
      submitLabel={t.submit}
      act={act}
      canSubmit={ids !== null}
      submit={() => void submit()}
      cancel={close}
    >
      <BodyFields body={body} change={setBody} />
      <Textarea
        label={t.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {hops >= arbiterFromHops && (
        <Checkbox
          label={t.asArbiter}
          checked={asArbiter}
          onChange={(event) => setArbiter(event.currentTarget.checked)}
        />
      )}
      <Text size="xs" c="dimmed">
        {t.keepsClock}
      </Text>
    </ActForm>
  );
}
