import type { z } from 'zod';
import type { figures } from '#contract/learn.ts';
import {
  countsOf,
  promisesOf,
  verdictsOf,
  verifiedOnSite,
  type Period,
} from '#flow/learn/queries/figures.ts';
import { dayNumberOf, localDate, shiftDate } from '#kernel/time/local-date.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import type { Writer } from '#store/connection.ts';
import type { Actor } from '../http/actor.ts';

type Figures = z.input<typeof figures.success>;
type Row = Awaited<ReturnType<typeof countsOf>>[number];

/** More days than this are not drawn one by one. */
const MOST_DAYS = 800;

/** The figures of a period, the headline whole. A person of some municipalities sees the figures of these. */
export async function figuresView(
  tx: Writer,
  knowledge: RegionKnowledge,
  actor: Pick<Actor, 'scope'>,
  period: Period,
): Promise<Figures> {
  const regionId = knowledge.region.id;
  const { scope } = actor;
  const isLimited = scope.sees === 'own' && scope.municipalities.length > 0;
  const rows = (await countsOf(tx, regionId, period)).filter(
    (row) => !isLimited || scope.municipalities.includes(row.municipality_id),
  );
  const [from, to] = [knowledge.time.startOf(period.from), knowledge.time.startOf(shiftDate(period.to, 1))];
  const verdicts = await verdictsOf(tx, regionId, from, to);
  return {
    received: sumOf(rows, 'received'),
    answered: sumOf(rows, 'answered'),
    confirmed: verdicts.get('fixed') ?? 0,
    disputed: verdicts.get('not_fixed') ?? 0,
    noReply: verdicts.get('no_reply') ?? 0,
    verifiedOnSite: await verifiedOnSite(tx, regionId, from, to),
    overdue: sumOf(rows, 'overdue'),
    promises: await promisesOf(tx, regionId, period),
    byDay: daysOf(period).map((day) => {
      const ofDay = rows.filter((row) => row.day === day);
      return {
        day,
        received: sumOf(ofDay, 'received'),
        answered: sumOf(ofDay, 'answered'),
        confirmed: sumOf(ofDay, 'confirmed'),
      };
    }),
    byTopic: [...Map.groupBy(rows, (row) => row.topic)]
      .map(([topic, ofTopic]) => ({ topic, received: sumOf(ofTopic, 'received') }))
      .filter((row) => row.topic !== '' && row.received > 0)
      .toSorted((a, b) => b.received - a.received),
    byMunicipality: [...Map.groupBy(rows, (row) => row.municipality_id)]
      .map(([municipalityId, ofIt]) => ({ municipalityId, received: sumOf(ofIt, 'received') }))
      .filter((row) => row.municipalityId !== 0 && row.received > 0)
      .toSorted((a, b) => b.received - a.received),
  };
}

const sumOf = (rows: readonly Row[], event: string): number =>
  rows.reduce((sum, row) => (row.event === event ? sum + Number(row.n) : sum), 0);

/** Every day of the period, also the quiet ones; of a very long period the last. */
function daysOf({ from, to }: Period): string[] {
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  const start = Math.max(first, last - MOST_DAYS + 1);
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, index) => localDate(start + index));
}
