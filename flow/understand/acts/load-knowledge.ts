import whichPolygon from 'which-polygon';
import { boundariesOf } from '#centre/queries/reference.ts';
import type { Topic } from '#centre/rules/topic.ts';
import type { Writer } from '#store/connection.ts';
import { topicsToAdd, withAddedTopics, type AddedTopic } from '../rules/added-topics.ts';
import type { Knowledge } from '../rules/understand.ts';
import type { TopicModel } from '../rules/topic-model.ts';
import { loadGazetteer } from './load-gazetteer.ts';
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
  const phrases = Array.from(topics.values(), ({ code, examples }) => ({ topic: code, phrases: examples }));
  const addedTopics = topicsToAdd(phrases, inForce.model);
  const municipalities = await boundariesOf(tx, regionId);
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
    gazetteer: await loadGazetteer(tx, regionId, municipalities),
    municipalityAt: (point) => inside([point.lon, point.lat])?.id ?? null,
  };
}
