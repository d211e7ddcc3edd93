import { Textarea } from '@mantine/core';
import { reopen, sendBack } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';

/** Not ours: back to the coordinator with a reason. */
export function SendBackForm({ close }: { close: () => void }) {
  const t = useTexts().actions.sendBack;
  const { card } = useOpenCard();
  const act = useCardAct();
  const [reason, setReason, forget] = useKeptText(`${card.id}.send-back`);
  const submit = async () => {
    const body = (version: number) => ({ version, reason: reason.trim() });
    if (!(await act.run((version) => call(sendBack, { params: { appealId: card.id }, body: body(version) }))))
      return;
    forget();
    close();
  };
  return (
    <ActForm
      label={t.button}
      submitLabel={t.submit}
      act={act}
      canSubmit={reason.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
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

/** Back to work with a reason. */
export function ReopenForm({ close }: { close: () => void }) {
  const t = useTexts().actions.reopen;
  const { card } = useOpenCard();
  const act = useCardAct();
  const [reason, setReason, forget] = useKeptText(`${card.id}.reopen`);
  const submit = async () => {
    const body = (version: number) => ({ version, reason: reason.trim() });
    if (!(await act.run((version) => call(reopen, { params: { appealId: card.id }, body: body(version) }))))
      return;
    forget();
    close();
  };
  return (
    <ActForm
      label={t.button}
      submitLabel={t.submit}
      act={act}
      canSubmit={reason.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
      <Textarea
        label={t.reason}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}
