import whichPolygon from 'which-polygon';
import type { Topic } from '#centre/rules/topic.ts';
import { namedAssets } from '#centre/queries/assets.ts';
import { boundariesOf, settlementsOf, streetsOf } from '#centre/queries/reference.ts';
import type { Writer } from '#store/connection.ts';
import { fewestPhrases } from '#centre/rules/own-topic.ts';
import { withAddedTopics, type AddedTopic } from '../rules/added-topics.ts';
import { buildGazetteer } from '../rules/gazetteer.ts';
import { municipalityNames } from '../rules/municipality-names.ts';
import type { Knowledge } from '../rules/understand.ts';
import type { TopicModel } from '../rules/topic-model.ts';
import { loadRegionModel } from './region-model.ts';

/** What understanding knows of a region. Ids of the gazetteer are those of the tables, as strings. */
export interface UnderstandKnowledge extends Knowledge {
  readonly topics: ReadonlyMap<string, Topic>;
  /** The model as it was learnt; `model` also knows the added topics. */
  readonly trainedModel: TopicModel;
  readonly addedTopics: readonly AddedTopic[];
  /** Version of the region's model that cannot be read; the shipped one works in its place. */
  readonly unreadableModel: string | null;
}

export async function loadUnderstandKnowledge(
  tx: Writer,
  regionId: number,
  topics: ReadonlyMap<string, Topic>,
): Promise<UnderstandKnowledge> {
  const inForce = await loadRegionModel(tx, regionId);
  const addedTopics = topicsToAdd(topics, inForce.model);
  const municipalities = await boundariesOf(tx, regionId);
  const settlements = await settlementsOf(tx, regionId);
  const streets = await streetsOf(tx, regionId);
  const objects = await namedAssets(tx, regionId);
  const pointOf = (row: { lat: number | null; lon: number | null }) =>
    row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon };
  const inside = whichPolygon<{ id: string }>({
    type: 'FeatureCollection',
    features: municipalities.flatMap((one) =>
      one.boundary === null
        ? []
        : [{ type: 'Feature' as const, properties: { id: String(one.id) }, geometry: one.boundary }],
    ),
  });
  return {
    topics,
    model: withAddedTopics(inForce.model, addedTopics),
    trainedModel: inForce.model,
    addedTopics,
    unreadableModel: inForce.unreadable,
    gazetteer: buildGazetteer({
      municipalities: municipalities.map((one) => ({
        id: String(one.id),
        names: municipalityNames(one.name),
      })),
      settlements: settlements.map((one) => ({
        id: String(one.id),
        municipalityId: String(one.municipality_id),
        parentId: one.parent_id === null ? null : String(one.parent_id),
        name: one.name,
        kind: one.kind,
        point: pointOf(one),
      })),
      // The name in force last: it is the one the index keeps for the row.
      streets: streets.flatMap((one) =>
        [...one.old_names, one.name].map((name) => ({
          id: String(one.id),
          settlementId: String(one.settlement_id),
          name,
          kind: one.kind,
          point: pointOf(one),
        })),
      ),
      objects: objects.flatMap(({ id, name, settlementId, municipalityId, streetId, lat, lon, ...one }) =>
        name === null
          ? []
          : [
              {
                ...one,
                id: String(id),
                name,
                settlementId: textOf(settlementId),
                municipalityId: textOf(municipalityId),
                streetId: textOf(streetId),
                point: { lat, lon },
              },
            ],
      ),
    }),
    municipalityAt: (point) => inside([point.lon, point.lat])?.id ?? null,
  };
}

const textOf = (id: number | null): string | null => (id === null ? null : String(id));

/** Topics the model has not learnt and that have phrases enough to be guessed by. */
function topicsToAdd(topics: ReadonlyMap<string, Topic>, model: TopicModel): AddedTopic[] {
  const learnt = new Set(model.labels);
  return [...topics.values()]
    .filter(({ code, examples }) => !learnt.has(code) && examples.length >= fewestPhrases)
    .map(({ code, examples }) => ({ topic: code, phrases: examples }));
}
