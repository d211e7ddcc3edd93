import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { verifyOnSite } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';

/** What an inspector saw on the spot. */
export function VerifyForm({ close }: { close: () => void }) {
  const t = useTexts().actions.verify;
  const { card } = useOpenCard();
  const act = useCardAct();
  const [seen, setSeen] = useState<'fixed' | 'not_fixed' | null>(null);
  const [note, setNote, forget] = useKeptText(`${card.id}.verify`);
  const submit = async () => {
    const isDone = await act.run((version) =>
      call(verifyOnSite, {
        params: { appealId: card.id },
        body: { version, isFixed: seen === 'fixed', note: note.trim() },
      }),
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
      canSubmit={seen !== null && note.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
      <Radio.Group
        label={t.isFixed}
        value={seen ?? ''}
        onChange={(value) => setSeen(value === 'fixed' ? 'fixed' : 'not_fixed')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="fixed" label={t.fixed} />
          <Radio value="not_fixed" label={t.notFixed} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActForm>
  );
}
