import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { addIncidents, moveToIncident, refreshIncidents } from '../queries/incidents.ts';
import { latestUnderstanding, textOf } from '../queries/understandings.ts';

/** Gives a case a problem of its own, at the place and about the topic that its last judgement says. Returns the problem's id. */
export async function startIncident(
  tx: Writer,
  regionId: number,
  request: {
    readonly appealId: string;
    readonly at: Date;
    readonly by: string;
    readonly reason: 'first_report' | 'split_by_hand';
  },
): Promise<string> {
  const judged = await latestUnderstanding(tx, regionId, request.appealId);
  if (judged === undefined) throw new Error(`case ${request.appealId} has no judgement`);
  const text = await textOf(tx, regionId, request.appealId);
  const id = newId(request.at);
  await addIncidents(tx, regionId, [
    {
      id,
      topic: judged.topic,
      topics: judged.topic_candidates,
      at: request.at,
      precision: judged.place_precision,
      lat: judged.lat,
      lon: judged.lon,
      h3_5: judged.h3_5,
      h3_7: judged.h3_7,
      h3_9: judged.h3_9,
      municipalityId: judged.municipality_id,
      settlementId: judged.settlement_id,
      streetId: judged.street_id,
      houseId: judged.house_id,
      stems: text?.stems ?? [],
    },
  ]);
  await moveToIncident(tx, regionId, {
    appealId: request.appealId,
    incidentId: id,
    at: request.at,
    by: request.by,
    reason: request.reason,
    score: 1,
  });
  // It is as old as its case, not as the decision that it is a problem of its own.
  await refreshIncidents(tx, regionId, [id]);
  return id;
}
