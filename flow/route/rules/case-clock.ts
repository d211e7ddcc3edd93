/** A clock of a case as it stands: running, paused, met or cancelled. */
export interface CaseClock {
  readonly appealId: string;
  readonly clock: string;
  /** Grows when the same clock starts again. */
  readonly seq: number;
  readonly dueAt: Date;
  readonly warnAt: readonly Date[];
  readonly isProvisional: boolean;
  readonly metAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly pausedAt: Date | null;
  /** What was left when it was paused, in the clock's own measure. */
  readonly remainingMinutes: number | null;
  readonly warnedLevel: 0 | 50 | 80 | 100;
  readonly nextCheckAt: Date | null;
}

/** Neither met nor cancelled; a paused one runs too. */
export const isRunning = (clock: Pick<CaseClock, 'metAt' | 'cancelledAt'>): boolean =>
  clock.metAt === null && clock.cancelledAt === null;
