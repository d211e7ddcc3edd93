import { loginsWith } from '#centre/queries/people.ts';
import { newestCaseOf, type CaseOfMessage } from '#flow/work/queries/opened-by.ts';
import type { App } from '#house/app.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { DemoNetwork } from './network.ts';

/** What the phone and the bar above the console show. */
export interface DemoView {
  readonly messages: readonly {
    readonly id: number;
    readonly from: 'resident' | 'community';
    readonly text: string;
    readonly at: string;
    readonly photos: readonly string[];
  }[];
  /** The case the last words belong to. */
  readonly case: Pick<CaseOfMessage, 'appealId' | 'number' | 'stage'> | null;
  /** Who to look through the eyes of: the executor is the one of the body that has the case. */
  readonly logins: Readonly<Record<'operator' | 'executor' | 'approver' | 'leader', string>>;
}

/** Both sides of the visitor's dialogue and where their case is. */
export async function readDialogue(app: App, { fake, account, visitor }: DemoNetwork): Promise<DemoView> {
  const dialogue = fake.dialogue(visitor.id);
  const ids = dialogue.flatMap(({ id, from }) => (from === 'resident' ? [`message_${id}`] : []));
  const { regionId } = account;
  return withScope(app.db, wholeRegion(regionId), async (tx) => {
    const found = await newestCaseOf(tx, regionId, account.id, ids);
    const ofBody =
      found === null || found.authorityId === null
        ? []
        : await loginsWith(tx, regionId, 'executor', found.authorityId);
    return {
      messages: dialogue.map(({ id, from, text, at, files }) => ({
        id,
        from,
        text,
        at: at.toISOString(),
        photos: files.filter((file) => file.kind === 'photo').map((file) => `/demo/photos/${file.id}`),
      })),
      case: found === null ? null : { appealId: found.appealId, number: found.number, stage: found.stage },
      logins: {
        operator: 'operator',
        executor: ofBody[0] ?? 'ispolnitel',
        approver: 'soglasuyuschiy',
        leader: 'rukovoditel',
      },
    };
  });
}
