import type { Fact } from './fact-words.ts';

/**
 * The facts of a case, newest first. A problem of many cases is moved by each of them: a move that changes nothing of the
 * state is not told again.
 */
export function newestFacts(facts: readonly Fact[]): readonly Fact[] {
  const oldestFirst = facts.toSorted((a, b) => a.at.localeCompare(b.at));
  let state: string | null = null;
  const changes = oldestFirst.filter((fact) => {
    if (fact.what !== 'problem_moved') return true;
    const isNew = fact.to !== state;
    state = fact.to;
    return isNew;
  });
  return changes.toReversed();
}
