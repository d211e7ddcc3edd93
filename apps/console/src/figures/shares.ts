/** A share as whole percent, or `null` when there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 100);

export interface Headline {
  /** Residents asked «Исправлено ли?» whose window is over or who have replied. */
  readonly asked: number;
  /** Of them, the share that replied at all. */
  readonly repliedPercent: number | null;
  readonly confirmedPercent: number | null;
  readonly disputedPercent: number | null;
  readonly silentPercent: number | null;
  readonly answeredPercent: number | null;
  /** Promises whose day has come, and how many of them were kept. */
  readonly keptPercent: number | null;
}

export interface HeadlineFigures {
  readonly received: number;
  readonly answered: number;
  readonly confirmed: number;
  readonly disputed: number;
  readonly noReply: number;
  readonly promises: { readonly kept: number; readonly broken: number };
}

/** The headline shown whole: every share beside its number, silence among them. */
export function headlineOf(figures: HeadlineFigures): Headline {
  const { received, answered, confirmed, disputed, noReply, promises } = figures;
  const asked = confirmed + disputed + noReply;
  return {
    asked,
    repliedPercent: percentOf(confirmed + disputed, asked),
    confirmedPercent: percentOf(confirmed, asked),
    disputedPercent: percentOf(disputed, asked),
    silentPercent: percentOf(noReply, asked),
    answeredPercent: percentOf(answered, received),
    keptPercent: percentOf(promises.kept, promises.kept + promises.broken),
  };
}
