/**
 * How good the machine's topics were, by what people made of them.
 *
 * What is held to be true of a case is the topic it bears now. It is known only where somebody or something stands behind it:
 *  - `corrected`: a person gave another topic than the machine;
 *  - `confirmed`: a person named the same topic, or gave the case to a body by hand and so looked at it;
 *  - `survived`: nobody looked, but the case was answered and closed with the machine's topic: weaker, nobody may have noticed.
 * A case still on its way, declined, withdrawn or without a topic says nothing yet.
 */
export const truthBases = ['corrected', 'confirmed', 'survived'] as const;
export type TruthBasis = (typeof truthBases)[number];

/** How much a case counts in learning. A machine that learns from its own unseen guesses at full weight only grows surer of them. */
export const learningWeight = { corrected: 1, confirmed: 1, survived: 0.4 } as const satisfies Record<
  TruthBasis,
  number
>;

export type Verdict = 'right' | 'wrong' | 'open';

/** Cases of which the machine said one topic and people hold another or the same to be true. */
export interface PairCell {
  readonly said: string | null;
  /** `null` while it is open. */
  readonly truth: string | null;
  readonly verdict: Verdict;
  /** Whether the machine was sure enough to take the topic without a person. */
  readonly alone: boolean;
  readonly n: number;
}

export interface WeekCell {
  /** Its Monday, local, YYYY-MM-DD. */
  readonly week: string;
  readonly verdict: Verdict;
  readonly basis: TruthBasis | null;
  readonly alone: boolean;
  /** Whether the truth is among the three the machine proposed; `null` while it is open. */
  readonly among: boolean | null;
  readonly n: number;
}

export interface BandCell {
  /** Tenth of confidence: 0 … 9; `null` where the machine named no topic. */
  readonly band: number | null;
  readonly verdict: Verdict;
  readonly n: number;
  readonly confidence: number;
}

const sumOf = <T extends { readonly n: number }>(cells: readonly T[], is: (cell: T) => boolean): number =>
  cells.reduce((sum, cell) => (is(cell) ? sum + cell.n : sum), 0);

/** A share with what it is a share of; `share` is `null` of nothing. */
export interface Share {
  readonly n: number;
  readonly of: number;
  readonly share: number | null;
}

export const shareOf = (n: number, of: number): Share => ({ n, of, share: of === 0 ? null : n / of });

const isKnown = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict !== 'open';
const isRight = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict === 'right';

export interface Headline {
  readonly received: number;
  /** Right topics among those whose truth is known. */
  readonly right: Share;
  /** The truth among the three proposed. */
  readonly amongThree: Share;
  /** Taken without a person, of all received. */
  readonly alone: Share;
  /** Right where it acted alone and the truth is known. */
  readonly rightAlone: Share;
  /** Topic changed by a person, of all received. */
  readonly corrected: Share;
  /** Known because a person looked, of all known. */
  readonly checked: Share;
}

/** The numbers at the top of the page, or of one week. */
export function headlineOf(cells: readonly Omit<WeekCell, 'week'>[]): Headline {
  const received = sumOf(cells, () => true);
  const known = sumOf(cells, isKnown);
  return {
    received,
    right: shareOf(sumOf(cells, isRight), known),
    amongThree: shareOf(
      sumOf(cells, ({ among }) => among === true),
      known,
    ),
    alone: shareOf(
      sumOf(cells, ({ alone }) => alone),
      received,
    ),
    rightAlone: shareOf(
      sumOf(cells, (cell) => cell.alone && isRight(cell)),
      sumOf(cells, (cell) => cell.alone && isKnown(cell)),
    ),
    corrected: shareOf(
      sumOf(cells, ({ basis }) => basis === 'corrected'),
      received,
    ),
    checked: shareOf(
      sumOf(cells, ({ basis }) => basis === 'corrected' || basis === 'confirmed'),
      known,
    ),
  };
}

/** The headline of every week, oldest first: whether the machine drifts. */
export const driftOf = (cells: readonly WeekCell[]): (Headline & { readonly week: string })[] =>
  [...Map.groupBy(cells, ({ week }) => week)]
    .map(([week, own]) => ({ week, ...headlineOf(own) }))
    .toSorted((a, b) => (a.week < b.week ? -1 : 1));

export interface TopicQuality {
  readonly topic: string;
  /** Cases the machine gave this topic. */
  readonly said: number;
  /** Cases known to be of this topic. */
  readonly support: number;
  /** Of those it gave this topic and whose truth is known: how many are of it. */
  readonly precision: Share;
  /** Of those known to be of this topic: how many it gave it. */
  readonly recall: Share;
  /** Of those it gave this topic: how many it took alone. */
  readonly alone: Share;
}

/** Every topic the machine named or people did, the most frequent first. */
export function topicsOf(cells: readonly PairCell[]): TopicQuality[] {
  const names = new Set(cells.flatMap(({ said, truth }) => [said, truth]).filter((name) => name !== null));
  return [...names]
    .map((topic) => {
      const own = cells.filter(({ said, truth }) => said === topic || truth === topic);
      const said = own.filter((cell) => cell.said === topic);
      const support = sumOf(own, ({ truth }) => truth === topic);
      const right = sumOf(said, isRight);
      return {
        topic,
        said: sumOf(said, () => true),
        support,
        precision: shareOf(right, sumOf(said, isKnown)),
        recall: shareOf(right, support),
        alone: shareOf(
          sumOf(said, ({ alone }) => alone),
          sumOf(said, () => true),
        ),
      };
    })
    .toSorted((a, b) => b.support - a.support || b.said - a.said || (a.topic < b.topic ? -1 : 1));
}

export interface Confusion {
  /** `null`: the machine found no topic. */
  readonly said: string | null;
  readonly truth: string;
  readonly n: number;
  /** How many of them the machine took without a person: what residents felt. */
  readonly alone: number;
}

/** What the machine takes for what, the most frequent first. */
export function confusionsOf(cells: readonly PairCell[], most: number): Confusion[] {
  const wrong = cells.filter(({ verdict }) => verdict === 'wrong');
  return [...Map.groupBy(wrong, ({ said, truth }) => `${said ?? ''}>${truth ?? ''}`).values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined || first.truth === null) return [];
      const alone = sumOf(own, (cell) => cell.alone);
      return { said: first.said, truth: first.truth, n: sumOf(own, () => true), alone };
    })
    .toSorted((a, b) => b.n - a.n || (a.truth < b.truth ? -1 : 1))
    .slice(0, most);
}

export interface Band {
  /** Confidence from … to, 0 … 1. */
  readonly from: number;
  readonly to: number;
  /** What the machine promised: its mean confidence here. */
  readonly promised: number;
  readonly kept: Share;
}

/** Whether confidence means the share of right answers: of guesses with 0.8 four of five. Open cases are left out. */
export function bandsOf(cells: readonly BandCell[]): Band[] {
  const known = cells.filter((cell) => isKnown(cell) && cell.band !== null);
  return [...Map.groupBy(known, ({ band }) => band ?? 0)]
    .map(([band, own]) => {
      const of = sumOf(own, () => true);
      const confidence = own.reduce((sum, cell) => sum + cell.confidence, 0);
      return {
        from: band / 10,
        to: (band + 1) / 10,
        promised: confidence / of,
        kept: shareOf(sumOf(own, isRight), of),
      };
    })
    .toSorted((a, b) => a.from - b.from);
}
