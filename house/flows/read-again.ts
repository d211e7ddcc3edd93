import { readAppeal } from '#flow/intake/queries/appeals.ts';
import { newestContent } from '#flow/intake/queries/content.ts';
import { setText } from '#flow/understand/queries/understandings.ts';
import { understand } from '#flow/understand/rules/understand.ts';
import { excerpt } from '#flow/work/rules/excerpt.ts';
import { lockState, touchState } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '../app.ts';

/**
 * The author edited the first message: the words staff see are masked anew and the card says that it changed. The case is not
 * judged anew under the hands of whoever works on it; a person may correct it.
 */
export async function readAgain(
  app: App,
  payload: { readonly regionId: number; readonly appealId: string },
): Promise<void> {
  const { regionId, appealId } = payload;
  const knowledge = await app.knowledge.of(regionId);
  await withScope(app.db, wholeRegion(regionId), async (tx) => {
    const appeal = await readAppeal(tx, regionId, appealId);
    const content =
      appeal === undefined ? undefined : await newestContent(tx, regionId, appeal.message_id, app.seals);
    const locked = await lockState(tx, regionId, appealId);
    if (content === undefined || !locked.ok) return;
    const { text } = content;
    const judged = understand({ text, point: null, hasFiles: false, territory: null }, knowledge.understand);
    await setText(tx, regionId, appealId, judged.masked.text, judged.stems);
    await touchState(tx, locked.value, { excerpt: excerpt(judged.masked.text) }, app.now(), null);
  });
}
