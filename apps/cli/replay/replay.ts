import { StartFault } from '#store/start-fault.ts';
import { refreshStatistics } from '#store/fresh-statistics.ts';
import type { Seals } from '#store/seal.ts';
import type { House } from '#house/boot.ts';
import { createKnowledgeStore, type RegionKnowledge } from '#house/knowledge.ts';
import type { Surroundings } from '../command.ts';
import type { Mapping } from './mapping.ts';
import { startProgress } from './progress.ts';
import { readRow, type Reading } from './read-row.ts';
import { openRows, type RowSource } from './rows.ts';
import { takeBatch, type BatchRow, type Door } from './take-batch.ts';
import { Tally, type Figures } from './tally.ts';

export interface ReplayRequest {
  readonly file: string;
  readonly mapping: Mapping;
  readonly regionId: number;
  /** Rows at most; `null` for the whole file. */
  readonly limit: number | null;
  /** Rows in one transaction. */
  readonly batch: number;
  readonly givesPoints: boolean;
}

/** The channel whose account messages of files belong to. */
const CHANNEL = 'imported';

/** Batches after which the tables have grown manifold since the planner last looked. */
const statisticsAfter: ReadonlySet<number> = new Set([1, 8, 64]);

/**
 * Plays a file of another system through the whole machine, by the very acts that take messages from channels.
 *
 * @throws StartFault in a sentence: the file, its columns, the region's account or calendars
 */
export async function replay(
  { db, ownerUrl }: House,
  seals: Seals,
  request: ReplayRequest,
  surroundings: Pick<Surroundings, 'say' | 'draw' | 'isTerminal' | 'now'>,
): Promise<Figures> {
  const { now } = surroundings;
  const knowledge = await createKnowledgeStore(db, seals, now).of(request.regionId);
  const account = [...knowledge.accounts.values()].find(({ channel }) => channel === CHANNEL);
  if (account === undefined)
    throw new StartFault(`The region "${knowledge.region.slug}" has no account for messages from files.`);
  const door: Door = { db, seals, account, knowledge, now };
  const source = openRows(request.file, request.mapping);
  const tally = new Tally();
  const progress = startProgress(surroundings);
  const began = performance.now();
  try {
    let batches = 0;
    for await (const batch of inBatches(source, request, readingOf(request, knowledge, now()), tally)) {
      await take(door, batch, tally);
      batches += 1;
      if (statisticsAfter.has(batches)) await refreshStatistics(db, ownerUrl, 'message');
      const seconds = (performance.now() - began) / 1000;
      const share = request.limit === null ? source.share() : tally.rows / request.limit;
      progress.show(Math.min(1, share), `${tally.rows} rows, ${Math.round(tally.rows / seconds)} a second`);
    }
  } finally {
    progress.done();
  }
  return tally.figures((performance.now() - began) / 1000, process.resourceUsage().maxRSS * 1024);
}

function readingOf(request: ReplayRequest, knowledge: RegionKnowledge, now: Date): Reading {
  const { schedule } = knowledge.route.clockwork;
  return {
    mapping: request.mapping,
    zone: knowledge.region.timeZone,
    now,
    since: new Date(schedule.dayStarts[0] ?? 0),
    givesPoints: request.givesPoints,
  };
}

async function* inBatches(
  source: RowSource,
  { limit, batch: size }: ReplayRequest,
  reading: Reading,
  tally: Tally,
): AsyncGenerator<BatchRow[]> {
  const seen = new Set<string>();
  let batch: BatchRow[] = [];
  let rows = 0;
  for await (const row of source.rows) {
    rows += 1;
    const readAt = performance.now();
    const read = readRow(row, reading);
    const key = read.kind === 'message' ? read.id : `${read.why} ${read.id}`;
    if (seen.has(key)) tally.repeat();
    else {
      seen.add(key);
      batch.push({ row, read, readAt });
    }
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
    if (limit !== null && rows >= limit) break;
  }
  if (batch.length > 0) yield batch;
}

async function take(door: Door, batch: readonly BatchRow[], tally: Tally): Promise<void> {
  const done = await takeBatch(door, batch);
  if (!done.ok)
    throw new StartFault(
      `The region's calendars end on ${done.failure.knownUntil}: load the next year with calendar import, then run the command again.`,
    );
  const committedAt = performance.now();
  for (const { read } of batch) {
    if (read.kind === 'refused') tally.refuse(read.why);
    else tally.add(read.id, read.truth, done.value.outcomes.get(read.id) ?? null);
  }
  tally.took(
    batch.filter(({ read }) => done.value.taken.has(read.id)).map(({ readAt }) => committedAt - readAt),
  );
}
