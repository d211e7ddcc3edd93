import type { SuccessOf } from '#contract/endpoint.ts';
import type { quality } from '#contract/quality.ts';
import { writeNumber, type Language } from '#texts/number.ts';

export type Quality = SuccessOf<typeof quality>;
export type Share = Quality['right'];

/** Of fewer cases a share means next to nothing; it is shown quietly. */
export const FEW = 20;

/** A share as percent with one digit, a whole number where it is whole: «94,3». `null` of nothing. */
export function percentWords({ share }: Pick<Share, 'share'>, language: Language): string | null {
  return share === null ? null : writeNumber(Math.round(share * 1000) / 10, language);
}

/** By how many points of percent the candidate is better; negative: worse. */
export const pointsOf = ({
  cases,
  candidate,
  inForce,
}: {
  readonly cases: number;
  readonly candidate: { readonly right: number };
  readonly inForce: { readonly right: number };
}): number => (cases === 0 ? 0 : Math.round(((candidate.right - inForce.right) / cases) * 1000) / 10);
