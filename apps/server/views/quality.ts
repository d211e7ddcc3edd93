import type { z } from 'zod';
import { mayDo } from '#centre/rules/access.ts';
import type { corrections, models, quality } from '#contract/quality.ts';
import { modelsOf, trainingsOf, type ModelRow, type TrainingRow } from '#flow/learn/queries/models.ts';
import {
  correctedFieldsByWeek,
  newestCorrections,
  qualityCells,
  type VersionCell,
} from '#flow/learn/queries/quality.ts';
import { fewest, type Comparison } from '#flow/learn/rules/promotion.ts';
import { bandsOf, confusionsOf, driftOf, headlineOf, shareOf, topicsOf } from '#flow/learn/rules/quality.ts';
import { shippedModel } from '#flow/understand/acts/region-model.ts';
import { excerpt } from '#flow/work/rules/excerpt.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { roles } from '#kernel/role.ts';
import { shiftDate } from '#kernel/time/local-date.ts';
import type { Writer } from '#store/connection.ts';
import type { Actor } from '../http/actor.ts';

const MOST_CONFUSIONS = 20;
const MOST_CORRECTIONS = 30;
const MOST_TRAININGS = 8;
const MOST_CHANGED_TOPICS = 6;

/** The page of quality for a period of local days. Who is limited to some territory sees the figures of theirs. */
export async function qualityView(
  tx: Writer,
  { region, time }: RegionKnowledge,
  days: { readonly from: string; readonly to: string },
): Promise<z.input<typeof quality.success>> {
  const period = { from: time.startOf(days.from), to: time.startOf(shiftDate(days.to, 1)) };
  const cells = await qualityCells(tx, region.id, period, time.zone);
  return {
    ...headlineOf(cells.weeks),
    weeks: driftOf(cells.weeks),
    topics: topicsOf(cells.pairs),
    confusions: confusionsOf(cells.pairs, MOST_CONFUSIONS),
    bands: bandsOf(cells.bands),
    fields: await correctedFieldsByWeek(tx, region.id, period, time.zone),
    versions: versionsOf(cells.versions),
  };
}

/** How every version of the model did in real work, the busiest first. */
function versionsOf(cells: readonly VersionCell[]) {
  const sum = (list: readonly VersionCell[]): number => list.reduce((all, { n }) => all + n, 0);
  return [...Map.groupBy(cells, ({ version }) => version)]
    .map(([version, own]) => {
      const known = own.filter(({ verdict }) => verdict !== 'open');
      const alone = own.filter((cell) => cell.alone);
      const knownAlone = known.filter((cell) => cell.alone);
      const right = (list: readonly VersionCell[]) => sum(list.filter(({ verdict }) => verdict === 'right'));
      return {
        version,
        received: sum(own),
        right: shareOf(right(known), sum(known)),
        alone: shareOf(sum(alone), sum(own)),
        rightAlone: shareOf(right(knownAlone), sum(knownAlone)),
      };
    })
    .toSorted((a, b) => b.received - a.received);
}

/** The last corrections of what the machine judges; words only for whoever may read cases. */
export async function correctionsView(
  tx: Writer,
  { region }: RegionKnowledge,
  actor: Pick<Actor, 'roles'>,
): Promise<z.input<typeof corrections.success>> {
  const readsCases = mayDo('appeal.read', actor.roles);
  const rows = await newestCorrections(tx, region.id, ['topic', 'kind'], MOST_CORRECTIONS);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      field: row.field,
      was: row.was,
      became: row.became,
      modelVersion: row.model_version,
      roles: roles.filter((role) => row.roles.includes(role)),
      excerpt: readsCases ? excerpt(row.masked_text) : null,
      appealId: readsCases ? row.appeal_id : null,
    })),
  };
}

/** Models side by side and the last runs of learning. */
export async function modelsView(
  tx: Writer,
  { region, understand }: RegionKnowledge,
): Promise<z.input<typeof models.success>> {
  const rows = await modelsOf(tx, region.id, 'topics');
  const runs = await trainingsOf(tx, region.id, 'topics', MOST_TRAININGS);
  const shipped = await shippedModel();
  const used = rows.find(({ state }) => state === 'in_use');
  const isUnreadable = used !== undefined && understand.unreadableModel === used.version;
  return {
    inForce: {
      version: used === undefined || isUnreadable ? shipped.head.version : used.version,
      isShipped: used === undefined || isUnreadable,
      unreadable: isUnreadable ? used.version : null,
    },
    shippedVersion: shipped.head.version,
    models: rows.map(modelView),
    trainings: runs.map((run) => trainingView(run, rows)),
    needs: { learnt: fewest.learnt, cases: fewest.cases, checked: fewest.checked },
  };
}

function modelView(row: ModelRow) {
  const count = (name: string): number => Number(row.learnt_from[name] ?? 0);
  return {
    modelId: row.id,
    version: row.version,
    state: row.state,
    origin: row.origin,
    madeAt: row.made_at.toISOString(),
    usedSince: row.used_since?.toISOString() ?? null,
    learnt: {
      corrected: count('corrected'),
      confirmed: count('confirmed'),
      survived: count('survived'),
    },
    comparison: row.measured === null ? null : comparisonView(row.measured),
    canBeUsed: row.has_bytes && row.state !== 'in_use',
  };
}

const trainingView = (run: TrainingRow, rows: readonly ModelRow[]) => ({
  trainingId: run.id,
  askedAt: run.asked_at.toISOString(),
  startedAt: run.started_at?.toISOString() ?? null,
  endedAt: run.ended_at?.toISOString() ?? null,
  outcome: run.outcome,
  against: [...(run.details.against ?? [])],
  counts: run.details.counts ?? null,
  comparison: run.details.comparison === undefined ? null : comparisonView(run.details.comparison),
  version: rows.find(({ id }) => id === run.model_id)?.version ?? null,
});

function comparisonView({ candidate, inForce, ...rest }: Comparison) {
  const topics = Object.entries(inForce.byTopic)
    .map(([topic, { n, right }]) => ({
      topic,
      n,
      before: right,
      after: candidate.byTopic[topic]?.right ?? 0,
    }))
    .filter(({ before, after }) => before !== after)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.n - a.n)
    .slice(0, MOST_CHANGED_TOPICS);
  return { ...rest, candidate, inForce, topics };
}
