import { useCallback, useRef, useState } from 'react';
import type { CallResult } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { CallFailure } from './call.ts';

export type ActState =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'failed'; readonly failure: CallFailure };

export interface Act {
  readonly state: ActState;
  /** Runs one call; a second press while the first is running does nothing and gives `null`. */
  run<E extends Endpoint>(make: () => Promise<CallResult<E>>): Promise<CallResult<E> | null>;
  forget(): void;
}

/** One change of a form or a button: idle, running or failed with a reason. */
export function useAct(): Act {
  const [state, setState] = useState<ActState>({ status: 'idle' });
  const isRunning = useRef(false);

  const run = useCallback(async <E extends Endpoint>(make: () => Promise<CallResult<E>>) => {
    if (isRunning.current) return null;
    isRunning.current = true;
    setState({ status: 'running' });
    const result = await make();
    isRunning.current = false;
    setState(result.ok ? { status: 'idle' } : { status: 'failed', failure: result.failure });
    return result;
  }, []);
  const forget = useCallback(() => setState({ status: 'idle' }), []);

  return { state, run, forget };
}
