import { Textarea } from '@mantine/core';
import { addNote } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';

/** A note for colleagues; the resident never sees it. */
export function NoteForm({ close }: { close: () => void }) {
  const t = useTexts().card.notes;
  const { card } = useOpenCard();
  const act = useCardAct();
  const [text, setText, forget] = useKeptText(`${card.id}.note`);
  const submit = async () => {
    if (!(await act.run(() => call(addNote, { params: { appealId: card.id }, body: { text: text.trim() } }))))
      return;
    forget();
    close();
  };
  return (
    <ActForm
      label={t.add}
      submitLabel={t.submit}
      act={act}
      canSubmit={text.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
      <Textarea
        label={t.text}
        description={t.hint}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ActForm>
  );
}
