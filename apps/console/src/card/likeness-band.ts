import type { Card } from './use-card.ts';

/** How likely two problems are one, in three words: a percent would promise more than is known. */
export type LikenessBand = 'sure' | 'likely' | 'maybe';

const LIKELY = 0.6;

export const likenessBand = ({
  isSure,
  score,
}: Pick<Card['lookalikes'][number], 'isSure' | 'score'>): LikenessBand =>
  isSure ? 'sure' : score >= LIKELY ? 'likely' : 'maybe';
