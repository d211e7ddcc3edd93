/** A share from 0 to 1 as whole percent; certainty is never rounded up to a hundred. */
export const percent = (share: number): number => (share >= 1 ? 100 : Math.min(99, Math.round(share * 100)));
