import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SuccessOf } from '#contract/endpoint.ts';
import { ownTopics, tryTopic } from '#contract/topics.ts';
import { read } from '../app/call.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';
import { referenceQuery } from '../app/reference.ts';

export type OwnTopic = SuccessOf<typeof ownTopics>['topics'][number];
export type Trial = SuccessOf<typeof tryTopic>;

const key = ['topics'];

export const useOwnTopics = (): Loaded<readonly OwnTopic[]> =>
  loadedOf(useQuery({ queryKey: [...key, 'own'], queryFn: async () => (await read(ownTopics, {})).topics }));

/** What a topic with these phrases would have changed; asked again for other phrases. */
export const useTrial = (code: string | null, phrases: readonly string[]): Loaded<Trial> =>
  loadedOf(
    useQuery({
      queryKey: [...key, 'trial', code, phrases],
      queryFn: () => read(tryTopic, { body: { code, phrases: [...phrases] } }),
    }),
  );

/** After a change the lists of topics everywhere are asked anew. */
export function useTopicsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: key });
    void queries.invalidateQueries({ queryKey: referenceQuery.queryKey });
  };
}
