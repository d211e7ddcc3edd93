import { useQuery, useQueryClient } from '@tanstack/react-query';
import { models, startTraining, useModel as putInForce } from '#contract/quality.ts';
import { call, read } from '../app/call.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';
import { useAct, type ActState } from '../app/use-act.ts';
import type { Models } from './outcome-words.ts';

/** While something is learnt the page looks again so often. */
const LOOK_MS = 2000;

export const isLearning = ({ trainings }: Models): boolean =>
  trainings.some(({ endedAt }) => endedAt === null);

export interface ModelActs {
  readonly loaded: Loaded<Models>;
  readonly state: ActState;
  retrain(): Promise<void>;
  /** `null`: the one that ships. Gives whether it is in force now. */
  use(modelId: string | null): Promise<boolean>;
}

/** Models of the region and what may be done with them; looks again while a run of learning is under way. */
export function useModels(): ModelActs {
  const queries = useQueryClient();
  const act = useAct();
  const query = useQuery({
    queryKey: ['quality', 'models'],
    queryFn: () => read(models, {}),
    refetchInterval: ({ state }) => (state.data !== undefined && isLearning(state.data) ? LOOK_MS : false),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['quality'] });
  return {
    loaded: loadedOf(query),
    state: act.state,
    async retrain() {
      await act.run(() => call(startTraining, { body: {} }));
      await again();
    },
    async use(modelId) {
      const result = await act.run(() => call(putInForce, { body: { modelId } }));
      await again();
      return result?.ok === true;
    },
  };
}
