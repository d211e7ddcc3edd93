/** 1.96: the value that a normal variable exceeds, either way, once in twenty. */
const Z = 1.959963984540054;

/**
 * The lower end of Wilson's 95 % interval of a share: what can be said of it, not only what was seen. 9 of 10 is 0.596,
 * 83 of 90 is 0.848.
 *
 * @param hits of `n`; 0 ≤ hits ≤ n
 * @returns 0 when there is no hit, counted or not
 * @source E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927), 209–212
 */
export function wilsonLowerBound(hits: number, n: number): number {
  if (hits <= 0) return 0;
  const share = hits / n;
  const square = Z * Z;
  const centre = share + square / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share) + square / (4 * n)) / n);
  return Math.max(0, (centre - spread) / (1 + square / n));
}
