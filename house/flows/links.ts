import type { Region } from '#centre/queries/regions.ts';
import { askedInPublic } from '#flow/intake/queries/appeals.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';

/** Where the author of a case follows it: the number and the secret that only this link holds. */
export const trackingLink = (
  app: App,
  knowledge: RegionKnowledge,
  appeal: { readonly id: string; readonly number: string },
): string =>
  `${app.publicUrl()}${regionPrefix(knowledge.region)}/case/${encodeURIComponent(appeal.number)}/${app.seals.trackingSecret(appeal.id)}`;

/** The default region stands at the bare address; any other is found by path, whatever host it has besides. */
export const regionPrefix = ({ slug, isDefault }: Pick<Region, 'slug' | 'isDefault'>): string =>
  isDefault ? '' : `/r/${slug}`;

/** The link for a letter of this case; `null` where others read the letter too: whoever holds the link holds the case. */
export async function letterLink(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  state: Pick<AppealStateRow, 'appeal_id' | 'number'>,
): Promise<string | null> {
  const isPublic = (await askedInPublic(tx, knowledge.region.id, [state.appeal_id])).has(state.appeal_id);
  return isPublic ? null : trackingLink(app, knowledge, { id: state.appeal_id, number: state.number });
}
