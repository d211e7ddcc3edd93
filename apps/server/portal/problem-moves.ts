/** A move of the problem behind a case. */
interface ProblemMove {
  readonly at: Date;
  readonly to_state: string;
}

/**
 * Of the moves of a problem those that concern the author of one case: since the author wrote, and each only once. What
 * neighbours were told before is theirs; a problem of many cases is moved by each of them.
 *
 * @param moves oldest first
 */
export function problemMovesFor<T extends ProblemMove>(moves: readonly T[], writtenAt: Date): readonly T[] {
  return moves.filter((move, index) => {
    const before = moves[index - 1];
    return move.at >= writtenAt && (before === undefined || before.to_state !== move.to_state);
  });
}
