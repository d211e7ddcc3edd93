import type { CallResult } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { CallFailure } from './call.ts';
import { signal } from './signal.ts';

/** What has been asked for and may still be taken back, or what could not be done after all. */
export interface Pending {
  readonly appealId: string;
  readonly number: string;
  readonly what: string;
  readonly state:
    | { readonly status: 'waiting'; readonly runsAt: number }
    | { readonly status: 'running' }
    | { readonly status: 'failed'; readonly failure: CallFailure };
}

export const undoSeconds = 10;
export const pendings = signal<readonly Pending[]>([]);
const timers = new Map<string, ReturnType<typeof setTimeout>>();

const put = (next: Pending) =>
  pendings.set([...pendings.get().filter(({ appealId }) => appealId !== next.appealId), next]);

/** Takes a pending thing off the screen: undone, done or read. */
export function drop(appealId: string): void {
  clearTimeout(timers.get(appealId));
  timers.delete(appealId);
  pendings.set(pendings.get().filter((pending) => pending.appealId !== appealId));
}

export interface Later<E extends Endpoint> {
  readonly appealId: string;
  readonly number: string;
  /** What will happen, in words: «Ответ уйдёт жителю». */
  readonly what: string;
  readonly run: () => Promise<CallResult<E>>;
  readonly done: (result: CallResult<E>) => void;
}

/**
 * Does it in ten seconds, unless the person takes it back. The wait lives outside screens: one may go on to the
 * next case meanwhile.
 */
export function later<E extends Endpoint>({ appealId, number, what, run, done }: Later<E>): void {
  drop(appealId);
  const base = { appealId, number, what };
  put({ ...base, state: { status: 'waiting', runsAt: Date.now() + undoSeconds * 1000 } });
  const go = async () => {
    put({ ...base, state: { status: 'running' } });
    const result = await run();
    if (result.ok) drop(appealId);
    else put({ ...base, state: { status: 'failed', failure: result.failure } });
    done(result);
  };
  timers.set(
    appealId,
    setTimeout(() => void go(), undoSeconds * 1000),
  );
}

// Closing the page would take the answer back without a word.
addEventListener('beforeunload', (event) => {
  if (pendings.get().some(({ state }) => state.status !== 'failed')) event.preventDefault();
});
