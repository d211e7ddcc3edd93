import { fail, ok, type Result } from '#kernel/result.ts';
import { messagesOf, readAppeal } from '#flow/intake/queries/appeals.ts';
import { openContent } from '#flow/intake/queries/content.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';

/** Opens the contact; the look and its reason stay in the audit log, and the resident sees both. */
export async function lookAtContact(
  app: App,
  tx: Writer,
  regionId: number,
  look: { readonly appealId: string; readonly by: string; readonly at: Date; readonly reason: string },
): Promise<
  Result<
    { readonly name: string | null; readonly contact: string | null; readonly text: string },
    'appeal_not_found'
  >
> {
  const appeal = await readAppeal(tx, regionId, look.appealId);
  const [first] = appeal === undefined ? [] : await messagesOf(tx, regionId, look.appealId);
  if (first === undefined) return fail({ code: 'appeal_not_found' });
  await audit(tx, regionId, [
    {
      at: look.at,
      actor: look.by,
      action: 'looked_at_contact',
      subjectKind: 'appeal',
      subjectId: look.appealId,
      details: { reason: look.reason },
    },
  ]);
  const content = openContent(app.seals, first.sealed);
  return ok({
    name: content.author.name,
    contact: content.contact ?? content.author.externalId,
    text: content.text,
  });
}
