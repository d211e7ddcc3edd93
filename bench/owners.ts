/**
 * Whether the first body named for a case is the one it ends at, month by month on a real archive: each month is guessed by
 * what all the months before it teach. Prints one line of JSON; what the figures mean: docs/understand/owners.md.
 *
 *   npm run bench -- owners [--data FOLDER] [--from 2021-01] [--json]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';

import { guess, learn } from '#apps/cli/evaluate/owners.ts';
import type { LabelledRow } from '#apps/cli/evaluate/labelled-rows.ts';
import { openTable } from '#apps/cli/files/table.ts';
import { readMoment } from '#apps/cli/files/written-moment.ts';
import { runProgram } from '#house/boot.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: path.join(import.meta.dirname, '../../shared/data') },
    /** The first month that is guessed. */
    from: { type: 'string', default: '2021-01' },
    json: { type: 'boolean' },
  },
});

interface ArchivedCase extends LabelledRow {
  readonly at: Date;
  readonly topic: string;
  /** How often history passed it on. */
  readonly transfers: number;
}

interface Guessed {
  readonly one: ArchivedCase;
  readonly confidence: number;
  readonly isRight: boolean;
  readonly isSure: boolean;
  /** Whether the body where most past cases of its topic in its district ended is right. */
  readonly isRightByTopic: boolean;
}

const share = (list: readonly unknown[], of: readonly unknown[]): number =>
  Math.round((list.length / (of.length || 1)) * 10_000) / 10_000;

async function archive(): Promise<ArchivedCase[]> {
  const file = path.join(values.data, 'spb/appeals.csv.gz');
  const { rows } = await openTable(file, (line) => void process.stderr.write(`${line}\n`));
  const cases: ArchivedCase[] = [];
  for await (const row of rows) {
    const at = readMoment(row['created_at'] ?? '');
    if (at === null) continue;
    cases.push({
      text: row['text'] ?? '',
      label: row['executor_org']?.trim() ?? '',
      places: [row['district'] ?? ''],
      at,
      topic: `${row['category'] ?? ''} › ${row['reason'] ?? ''}`,
      transfers: Number(row['n_routes'] ?? 0),
    });
  }
  return cases;
}

const monthOf = ({ at }: ArchivedCase): string => at.toISOString().slice(0, 7);

/** The body most past cases of one topic in one district ended at, else of the topic anywhere. */
function mostFrequent(past: readonly ArchivedCase[]): (one: ArchivedCase) => string | undefined {
  const winners = (keyOf: (one: ArchivedCase) => string): Map<string, string> =>
    new Map(
      [...Map.groupBy(past, keyOf)].map(([key, list]) => {
        const [first] = [...Map.groupBy(list, ({ label }) => label)].sort(
          ([, a], [, b]) => b.length - a.length,
        );
        return [key, first?.[0] ?? ''];
      }),
    );
  const keyHere = ({ topic, places }: ArchivedCase): string => `${topic}|${places.join()}`;
  const [here, anywhere] = [winners(keyHere), winners(({ topic }) => topic)];
  return (one) => here.get(keyHere(one)) ?? anywhere.get(one.topic);
}

function guessMonth(month: string, cases: readonly ArchivedCase[]): Guessed[] {
  const past = cases.filter((one) => monthOf(one) < month);
  process.stderr.write(`${month}: learning from ${past.length} cases\n`);
  const { model } = learn(past, `${month}-01`);
  const byTopic = mostFrequent(past);
  return cases
    .filter((one) => monthOf(one) === month)
    .map((one) => {
      const { owners, isSure } = guess(one, model);
      return {
        one,
        confidence: owners[0]?.confidence ?? 0,
        isRight: owners[0]?.key === one.label,
        isSure,
        isRightByTopic: byTopic(one) === one.label,
      };
    });
}

/** The largest share of cases, from the surest down, on which our first body is right as often as `precision`. */
function coverageAt(precision: number, guessed: readonly Guessed[]): number {
  let right = 0;
  let covered = 0;
  guessed
    .toSorted((one, other) => other.confidence - one.confidence)
    .forEach(({ isRight }, at) => {
      if (isRight) right += 1;
      if (at >= 99 && right / (at + 1) >= precision) covered = at + 1;
    });
  return Math.round((covered / (guessed.length || 1)) * 10_000) / 10_000;
}

const stayedShare = (cases: readonly ArchivedCase[]): number =>
  share(
    cases.filter((one) => one.transfers === 0),
    cases,
  );

function figures(all: readonly ArchivedCase[], cases: readonly ArchivedCase[], guessed: readonly Guessed[]) {
  const stayed = guessed.filter(({ one }) => one.transfers === 0);
  const moved = guessed.filter(({ one }) => one.transfers > 0);
  const sure = guessed.filter(({ isSure }) => isSure);
  const right = (list: readonly Guessed[]) => list.filter(({ isRight }) => isRight);
  const history = share(stayed, guessed);
  return {
    bench: 'owners',
    n: guessed.length,
    firstEqualsLast: { ours: share(right(guessed), guessed), history },
    wholeArchive: { n: all.length, history: stayedShare(all) },
    withBody: { n: cases.length, history: stayedShare(cases) },
    byTopicAndPlace: share(
      guessed.filter((one) => one.isRightByTopic),
      guessed,
    ),
    whereHistoryMoved: { n: moved.length, oursAlreadyRight: share(right(moved), moved) },
    whereHistoryStayed: { n: stayed.length, oursRight: share(right(stayed), stayed) },
    oursAsPreciseAsHistory: { share: coverageAt(history, guessed) },
    coverageAt95: coverageAt(0.95, guessed),
    sure: {
      share: share(sure, guessed),
      ours: share(right(sure), sure),
      history: share(
        sure.filter(({ one }) => one.transfers === 0),
        sure,
      ),
    },
    months: Object.fromEntries(
      [...Map.groupBy(guessed, ({ one }) => monthOf(one))].map(([month, list]) => [
        month,
        {
          n: list.length,
          ours: share(right(list), list),
          history: share(
            list.filter(({ one }) => one.transfers === 0),
            list,
          ),
        },
      ]),
    ),
  };
}

await runProgram(async () => {
  const all = await archive();
  // Where nobody is named at the end there is nothing to be right about.
  const cases = all.filter(({ label }) => label !== '');
  const months = [...new Set(cases.map(monthOf))].sort().filter((month) => month >= values.from);
  const guessed = months.flatMap((month) => guessMonth(month, cases));
  process.stdout.write(`${JSON.stringify(figures(all, cases, guessed))}\n`);
});
