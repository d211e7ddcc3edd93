import type { SuccessOf } from '#contract/endpoint.ts';
import type { models } from '#contract/quality.ts';
import type { QualityTexts } from '#texts/ru/quality.ts';
import { pointsOf } from './shares.ts';

export type Models = SuccessOf<typeof models>;
export type Training = Models['trainings'][number];

/** What came of a run of learning: one sentence and, where the old model stays, why. */
export function outcomeWords(
  run: Pick<Training, 'outcome' | 'comparison' | 'against' | 'counts'>,
  needs: Models['needs'],
  t: QualityTexts,
): { readonly sentence: string; readonly reasons: readonly string[] } {
  const { outcome, comparison } = run;
  const reasons = run.against.map((code) => reasonOf(code, run.counts, needs, t));
  if (outcome === 'failed' || outcome === null) return { sentence: t.outcome.failed, reasons: [] };
  if (outcome === 'too_few' || comparison === null) return { sentence: t.outcome.too_few, reasons };
  const points = pointsOf(comparison);
  if (outcome === 'promoted') return { sentence: t.outcome.promoted(points, comparison.cases), reasons: [] };
  const gained = comparison.candidate.right - comparison.inForce.right;
  if (gained > 0) return { sentence: t.outcome.better(points, comparison.cases), reasons };
  const sentence =
    gained === 0 ? t.outcome.same(comparison.cases) : t.outcome.worse(Math.abs(points), comparison.cases);
  return { sentence, reasons: run.against.length > 1 ? reasons : [] };
}

function reasonOf(
  code: Training['against'][number],
  counts: Training['counts'],
  needs: Models['needs'],
  { against }: QualityTexts,
): string {
  switch (code) {
    case 'enough_learnt':
      return against.enough_learnt(counts?.learnt ?? 0, needs.learnt);
    case 'enough_cases':
      return against.enough_cases(counts?.cases ?? 0, needs.cases);
    case 'enough_checked':
      return against.enough_checked(counts?.checked ?? 0, needs.checked);
    case 'more_right':
    case 'precise_alone':
    case 'alone_as_often':
    case 'no_topic_spoilt':
      return against[code];
  }
}
