import { useQuery, useQueryClient } from '@tanstack/react-query';
import { registerFindings, registerRules, tryRule } from '#contract/register.ts';
import type { BodyOf, SuccessOf } from '#contract/endpoint.ts';
import { read } from '../app/call.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';

export type Rule = SuccessOf<typeof registerRules>['rules'][number];
export type Findings = SuccessOf<typeof registerFindings>;
export type Finding = Findings['findings'][number];
export type Trial = SuccessOf<typeof tryRule>;
export type Candidate = BodyOf<typeof tryRule>['rule'];

export const useRules = (): Loaded<readonly Rule[]> =>
  loadedOf(
    useQuery({ queryKey: ['register', 'rules'], queryFn: async () => (await read(registerRules, {})).rules }),
  );

export const useFindings = (days: number): Loaded<Findings> =>
  loadedOf(
    useQuery({
      queryKey: ['register', 'findings', days],
      queryFn: () => read(registerFindings, { query: { days } }),
    }),
  );

/** What a rule would have changed; asked again for another rule or another number of days. */
export const useTrial = (rule: Candidate, days: number): Loaded<Trial> =>
  loadedOf(
    useQuery({
      queryKey: ['register', 'trial', rule, days],
      queryFn: () => read(tryRule, { body: { rule, days } }),
    }),
  );

/** After a change everything said about the register is asked anew. */
export function useRegisterChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['register'] });
}
