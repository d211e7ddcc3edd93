/** What is found, with the chosen problem first if it is found no more: other words of a caller do not undo a choice. */
export const listedAtDesk = <T extends { readonly incidentId: string }>(
  found: readonly T[],
  chosen: T | null,
): readonly T[] =>
  chosen === null || found.some(({ incidentId }) => incidentId === chosen.incidentId)
    ? found
    : [chosen, ...found];
