import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import type { CallResult } from '#contract/client.ts';
import type { Endpoint, SuccessOf } from '#contract/endpoint.ts';
import { readCard } from '#contract/card.ts';
import { read } from '../app/call.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';
import { useAct, type ActState } from '../app/use-act.ts';
import { refreshCase } from './refresh-case.ts';

export type Card = SuccessOf<typeof readCard>;

const pollMs = 30_000;

export const cardQuery = (appealId: string) =>
  queryOptions({
    queryKey: ['card', appealId],
    queryFn: () => read(readCard, { params: { appealId } }),
  });

export const useCard = (appealId: string): Loaded<Card> =>
  loadedOf(useQuery({ ...cardQuery(appealId), refetchInterval: pollMs }));

/** The card on the screen and the version its reader has really seen. */
export interface OpenCard {
  readonly card: Card;
  /**
   * What changes are based on. It follows the card while the person only reads, and stands still while they
   * write, so that someone else's change is noticed and never overwritten.
   */
  readonly seen: RefObject<number>;
  /** Asks the card anew and takes what came as seen. */
  readonly refresh: () => Promise<void>;
}

export const CardContext = createContext<OpenCard | null>(null);

export function useOpenCard(): OpenCard {
  const open = use(CardContext);
  if (open === null) throw new Error('A part of a card was drawn without a card');
  return open;
}

/** Keeps the seen version of a card; `isWriting` holds it still. */
export function useSeen(card: Card, isWriting: boolean): OpenCard {
  const queries = useQueryClient();
  const seen = useRef(card.version);
  useEffect(() => {
    if (!isWriting && card.version > seen.current) seen.current = card.version;
  }, [isWriting, card.version]);
  const { id } = card;
  const refresh = useCallback(async () => {
    const fresh = await queries.fetchQuery({ ...cardQuery(id), staleTime: 0 });
    seen.current = fresh.version;
    await refreshCase(queries, id);
  }, [queries, id]);
  return useMemo(() => ({ card, seen, refresh }), [card, refresh]);
}

export interface CardAct {
  readonly state: ActState;
  /** Makes one change of the card; `true` when it was made. The card is asked anew afterwards. */
  run<E extends Endpoint>(make: (version: number) => Promise<CallResult<E>>): Promise<boolean>;
  /** After someone else's change: shows the card as it is now and keeps what was typed. */
  reload(): void;
}

/** One change of the open card. */
export function useCardAct(): CardAct {
  const { seen, refresh } = useOpenCard();
  const { state, run, forget } = useAct();
  return {
    state,
    async run(make) {
      const result = await run(() => make(seen.current));
      if (result === null || !result.ok) return false;
      await refresh().catch(() => undefined);
      return true;
    },
    reload: () => void refresh().then(forget, forget),
  };
}
