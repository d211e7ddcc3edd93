const steps = [1, 2, 5] as const;
const lowestTop = 4;

/** A round number not below the highest bar, so that the scale can be read. */
export function topOfScale(highest: number): number {
  if (highest <= lowestTop) return lowestTop;
  for (let power = 1; ; power *= 10) {
    const step = steps.find((candidate) => candidate * power * 4 >= highest);
    if (step !== undefined) return step * power * 4;
  }
}
