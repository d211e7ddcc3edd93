import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { saveDraft, submitDraft } from '#contract/answer.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { later } from '../app/pending.ts';
import { useAct, type ActState } from '../app/use-act.ts';
import { refreshCase } from '../card/refresh-case.ts';
import { cardQuery, useOpenCard } from '../card/use-card.ts';
import { bodyOf, draftOf, emptyDraft, openDraftOf, type Draft } from './draft.ts';
import { keep, readKept } from './kept-draft.ts';

export interface DraftWriting {
  readonly draft: Draft;
  readonly isSaved: boolean;
  /** Whether text came back from an earlier, unsaved sitting. */
  readonly isRestored: boolean;
  readonly state: ActState;
  change(changes: Partial<Draft>): void;
  save(): Promise<boolean>;
  submit(close: () => void): Promise<void>;
  reload(): void;
}

/** The text and its two homes: this tab at every key, the server when asked. */
function useDraftState() {
  const { card } = useOpenCard();
  const saved = openDraftOf(card.answers);
  const [kept] = useState(() => readKept(card.id));
  const [draft, setDraft] = useState<Draft>(() => kept ?? (saved === null ? emptyDraft : draftOf(saved)));
  const [isSaved, setSaved] = useState(kept === null);
  // The version on the server the text is based on; `null` before the first save.
  const [version, setVersion] = useState(saved?.version ?? null);
  useEffect(() => keep(card.id, isSaved ? null : draft), [card.id, draft, isSaved]);
  return { draft, setDraft, isSaved, setSaved, version, setVersion, isRestored: kept !== null };
}

/** Sends the saved draft in ten seconds; the person may go on to another case meanwhile. */
function useSubmit() {
  const { actions, answer: texts } = useTexts();
  const { card, seen } = useOpenCard();
  const queries = useQueryClient();
  return (answerVersion: number) => {
    const body = { version: seen.current, answerVersion };
    later({
      appealId: card.id,
      number: card.number,
      what: actions.submitSoon,
      run: () => call(submitDraft, { params: { appealId: card.id }, body }),
      done(result) {
        if (result.ok)
          notifications.show({ message: result.value.isSentAtOnce ? texts.sentAtOnce : texts.submitted });
        void refreshCase(queries, card.id);
      },
    });
  };
}

/** One draft being written: every key is kept in this tab, nothing on the server is overwritten unseen. */
export function useDraft(): DraftWriting {
  const { card, refresh } = useOpenCard();
  const queries = useQueryClient();
  const { draft, setDraft, isSaved, setSaved, version, setVersion, isRestored } = useDraftState();
  const { state, run, forget } = useAct();
  const send = useSubmit();

  /** The version saved, or `null` when it was not. */
  const save = async (): Promise<number | null> => {
    const body = bodyOf(draft, version);
    const result = await run(() => call(saveDraft, { params: { appealId: card.id }, body }));
    if (result === null || !result.ok) return null;
    setVersion(result.value.version);
    setSaved(true);
    await refresh().catch(() => undefined);
    return result.value.version;
  };
  const reload = async () => {
    await refresh().catch(() => undefined);
    const fresh = queries.getQueryData(cardQuery(card.id).queryKey);
    setVersion((fresh === undefined ? null : openDraftOf(fresh.answers)?.version) ?? null);
    forget();
  };

  return {
    draft,
    isSaved,
    isRestored,
    state,
    change(changes) {
      setDraft((before) => ({ ...before, ...changes }));
      setSaved(false);
    },
    save: async () => (await save()) !== null,
    async submit(close) {
      const answerVersion = await save();
      if (answerVersion === null) return;
      send(answerVersion);
      close();
    },
    reload: () => void reload(),
  };
}
