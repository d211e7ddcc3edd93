import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { saveDraft, submitDraft } from '#contract/answer.ts';
import { resolution } from '#contract/shapes.ts';
import { notifications } from '@mantine/notifications';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { later } from '../app/pending.ts';
import { useAct, type ActState } from '../app/use-act.ts';
import { cardQuery, useOpenCard } from '../card/use-card.ts';
import { bodyOf, draftOf, emptyDraft, openDraftOf, type Draft } from './draft.ts';

const keptShape = z.object({
  kind: z.enum(['interim', 'final']),
  text: z.string(),
  resolution: resolution.nullable(),
  needsMoney: z.boolean(),
  promisedOn: z.string(),
  moneySum: z.string(),
  reviewOn: z.string(),
  handedTo: z.string(),
  refusedWhy: z.string(),
  files: z.array(z.string()),
});

const keyOf = (appealId: string): string => `otklik.kept.${appealId}.answer`;

function readKept(appealId: string): Draft | null {
  try {
    return keptShape.parse(JSON.parse(sessionStorage.getItem(keyOf(appealId)) ?? 'null'));
  } catch {
    return null;
  }
}

function keep(appealId: string, draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(appealId));
    else sessionStorage.setItem(keyOf(appealId), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still lets one write and save.
  }
}

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
  const version = useRef(saved?.version ?? null);
  useEffect(() => keep(card.id, isSaved ? null : draft), [card.id, draft, isSaved]);
  return { draft, setDraft, isSaved, setSaved, version, isRestored: kept !== null };
}

/** One draft being written: every key is kept in this tab, nothing on the server is overwritten unseen. */
export function useDraft(): DraftWriting {
  const { actions, answer: texts } = useTexts();
  const { card, seen, refresh } = useOpenCard();
  const queries = useQueryClient();
  const { draft, setDraft, isSaved, setSaved, version, isRestored } = useDraftState();
  const act = useAct();

  const save = async () => {
    const body = bodyOf(draft, version.current);
    const result = await act.run(() => call(saveDraft, { params: { appealId: card.id }, body }));
    if (result === null || !result.ok) return false;
    version.current = result.value.version;
    setSaved(true);
    await refresh().catch(() => undefined);
    return true;
  };

  const submit = async (close: () => void) => {
    if (!(await save())) return;
    const body = { version: seen.current, answerVersion: version.current ?? 1 };
    later({
      appealId: card.id,
      number: card.number,
      what: actions.submitSoon,
      run: () => call(submitDraft, { params: { appealId: card.id }, body }),
      done: (result) => {
        if (result.ok)
          notifications.show({ message: result.value.isSentAtOnce ? texts.sentAtOnce : texts.submitted });
        for (const queryKey of [
          cardQuery(card.id).queryKey,
          ['queue-news'],
          ['queue-counts'],
          ['approvals'],
        ]) {
          void queries.invalidateQueries({ queryKey });
        }
      },
    });
    close();
  };

  const reload = async () => {
    await refresh().catch(() => undefined);
    const fresh = queries.getQueryData(cardQuery(card.id).queryKey);
    version.current = (fresh === undefined ? null : openDraftOf(fresh.answers)?.version) ?? null;
    act.forget();
  };

  return {
    draft,
    isSaved,
    isRestored,
    state: act.state,
    change(changes) {
      setDraft((before) => ({ ...before, ...changes }));
      setSaved(false);
    },
    save,
    submit,
    reload: () => void reload(),
  };
}
