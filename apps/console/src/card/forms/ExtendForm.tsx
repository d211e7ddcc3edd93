import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { extend } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { DateField } from '../../app/DateField.tsx';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useTime } from '../../app/use-time.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';

/** A later date with a reason; the resident reads both. */
export function ExtendForm({ close }: { close: () => void }) {
  const t = useTexts().actions.extend;
  const { card } = useOpenCard();
  const act = useCardAct();
  const { today } = useTime();
  const [until, setUntil] = useState('');
  const [reason, setReason, forget] = useKeptText(`${card.id}.extend`);
  const submit = async () => {
    const isDone = await act.run((version) =>
      call(extend, { params: { appealId: card.id }, body: { version, until, reason: reason.trim() } }),
    );
    if (!isDone) return;
    forget();
    close();
  };
  return (
    <ActForm
      label={t.button}
      submitLabel={t.submit}
      act={act}
      canSubmit={until !== '' && reason.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
      <DateField label={t.until} min={today} value={until} change={setUntil} />
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}
