import { modelBytes, modelsOf, putInForce } from '#flow/learn/queries/models.ts';
import { readTopicModel } from '#flow/understand/rules/topic-model.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';

/**
 * A person puts a model of topics in force, or goes back to the shipped one: the way back when a promoted model disappoints.
 * Whoever asks must forget the region's knowledge afterwards.
 *
 * @param modelId `null`: the shipped one
 */
export async function chooseModel(
  tx: Writer,
  { region: { id: regionId }, topics }: RegionKnowledge,
  modelId: string | null,
  at: Date,
  by: string | null,
): Promise<Result<null, 'not_found' | 'model_not_usable'>> {
  if (modelId !== null) {
    const found = (await modelsOf(tx, regionId, 'topics')).find(({ id }) => id === modelId);
    if (found === undefined) return fail({ code: 'not_found' });
    const bytes = await modelBytes(tx, regionId, modelId);
    if (bytes === null || !isUsable(bytes, topics)) return fail({ code: 'model_not_usable' });
  }
  await putInForce(tx, regionId, 'topics', modelId, at);
  await audit(tx, regionId, [
    {
      at,
      actor: by,
      action: 'model_put_in_force',
      subjectKind: 'model',
      subjectId: modelId ?? 'shipped',
      details: { kind: 'topics' },
    },
  ]);
  return ok(null);
}

/** Whether these bytes are a model of topics this region has: of another classifier's labels it could say nothing. */
function isUsable(bytes: Uint8Array, topics: ReadonlyMap<string, unknown>): boolean {
  try {
    const { labels } = readTopicModel(bytes.slice().buffer);
    return labels.some((label) => topics.has(label));
  } catch {
    return false;
  }
}
