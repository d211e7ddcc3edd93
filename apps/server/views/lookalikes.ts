import { gridDisk } from 'h3-js';
import type { z } from 'zod';
import type { card } from '#contract/card.ts';
import { fromRow } from '#flow/understand/acts/find-incidents.ts';
import { incidentsAround } from '#flow/understand/queries/incident-search.ts';
import { matchingWords } from '#flow/understand/rules/matching-words.ts';
import { likelySame, sameProblem } from '#flow/understand/rules/duplicates.ts';
import { metresBetween } from '#flow/understand/rules/duplicates-features.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { CaseFacts } from './case-facts.ts';

type Lookalikes = z.input<typeof card>['lookalikes'];

const MOST_SHOWN = 5;
const MOST_COMPARED = 200;
const MOST_WORDS = 4;
const DAYS_BACK = 30;
const DAY_MS = 86_400_000;

/** Other problems that may be the same, the likeliest first, each with what speaks for it. */
export async function lookalikeViews(
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  { incident, text }: CaseFacts,
  now: Date,
): Promise<Lookalikes> {
  if (incident === undefined) return [];
  const cells = incident.h3_9 === null ? [] : gridDisk(incident.h3_9, 1);
  const since = new Date(now.getTime() - DAYS_BACK * DAY_MS);
  const place = { cells, streetId: incident.street_id };
  const rows = await incidentsAround(tx, knowledge.region.id, place, since, MOST_COMPARED);
  const own = fromRow(incident).trace;
  const words = readWords(text?.masked_text ?? '');
  return rows
    .filter((row) => row.id !== incident.id)
    .flatMap((row) => {
      const { trace } = fromRow(row);
      const same = sameProblem(own, trace);
      if (same === null || same.score < likelySame) return [];
      const metres = metresBetween(own, trace);
      return [
        {
          incidentId: row.id,
          appealId: row.appeal_id,
          number: row.number,
          excerpt: row.excerpt,
          score: same.score,
          isSure: same.isSure,
          reason: same.reason,
          appeals: row.appeals,
          metres: metres === null ? null : Math.round(metres),
          daysApart: Math.round(Math.abs(own.at.getTime() - trace.at.getTime()) / DAY_MS),
          words: matchingWords(words, readWords(row.excerpt), MOST_WORDS),
        },
      ];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN);
}
