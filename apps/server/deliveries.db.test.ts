import { afterAll, describe, expect, test } from 'vitest';
import { settleDelivery } from '#contract/answer.ts';
import { notices } from '#contract/centre.ts';
import { ask } from '#contract/work.ts';
import type { FakeTrouble } from '#channels/vk/fake/http.ts';
import { claimDelivery } from '#flow/answer/queries/deliveries.ts';
import { watchClocks } from '#house/flows/watch-clocks.ts';
import { lastTuesday, residents, startCentre } from '#e2e/testing/start-centre.ts';
import { cardOf, caseAbout, eventually, gatherTeam, takeToWork, type Card } from '#e2e/testing/case-work.ts';
import { refusalOf, valueOf } from '#e2e/testing/staff.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const team = await gatherTeam(centre);
const { vk } = centre;

type Delivery = Card['deliveries'][number];
const stuck = ['uncertain', 'undeliverable', 'misconfigured', 'manual'];

/** A case in work, asked by a resident of a dialogue of their own. */
async function caseInDialogue(resident: number, words: string): Promise<string> {
  vk.say(resident, `${words}, Приозёрск, улица Садовая, 5`);
  const { id } = await caseAbout(team.coordinator, words);
  await eventually(() => vk.dialogue(resident).find((one) => one.text.includes('Приняли')));
  await takeToWork(team, id);
  return id;
}

/** The executor asks the resident while the network has these troubles. */
async function askDuring(appealId: string, ...troubles: FakeTrouble[]): Promise<void> {
  for (const trouble of troubles) vk.failNext(trouble, 'messages.send');
  const { version } = await cardOf(team.executor, appealId);
  const body = { version, question: 'С какой стороны дома?' };
  valueOf(await team.executor.call(ask, { params: { appealId }, body }));
}

const questionOf = (appealId: string, states: readonly string[]): Promise<Delivery> =>
  eventually(async () =>
    (await cardOf(team.executor, appealId)).deliveries.find(
      (one) => one.purpose === 'question' && states.includes(one.state),
    ),
  );

const questionsTo = (resident: number) =>
  vk.dialogue(resident).filter((one) => one.text.includes('С какой стороны дома?'));

const settle = (deliveryId: string, as: 'sent_by_hand' | 'arrived' | 'send_again') =>
  team.coordinator.call(settleDelivery, { params: { deliveryId }, body: { as } });

describe('what became of a letter is on the card', () => {
  test('sent: at the first attempt', async () => {
    const id = await caseInDialogue(residents.vera, 'Яма в асфальте');
    await askDuring(id);
    expect(await questionOf(id, ['sent'])).toMatchObject({ attempts: 1 });
    expect(questionsTo(residents.vera)).toHaveLength(1);
  });

  test('tried again by itself, then sent, and seen once', async () => {
    const id = await caseInDialogue(residents.timur, 'Провал дороги');
    await askDuring(id, 9, 'lost_reply');
    expect(await questionOf(id, ['sent'])).toMatchObject({ attempts: 3 });
    expect(questionsTo(residents.timur)).toHaveLength(1);
    expect(await cardOf(team.executor, id)).toMatchObject({ attention: null });
  });

  test('undeliverable: a person tells the resident another way and marks it', async () => {
    const id = await caseInDialogue(residents.zoya, 'Трещина на дороге');
    await askDuring(id, 901);
    const failed = await questionOf(id, stuck);
    expect(failed).toMatchObject({ state: 'undeliverable', detail: 'blocked' });
    expect(failed.text).toContain('С какой стороны дома?');
    expect(await cardOf(team.executor, id)).toMatchObject({ attention: 'delivery_failed' });
    valueOf(await settle(failed.id, 'sent_by_hand'));
    expect(await questionOf(id, ['sent'])).toMatchObject({ detail: 'sent_by_hand' });
    expect(await cardOf(team.executor, id)).toMatchObject({ attention: null });
    expect(refusalOf(await settle(failed.id, 'sent_by_hand'))).toBe('move_not_allowed');
  });

  test('misconfigured: after the key is mended it is sent once more', async () => {
    const id = await caseInDialogue(residents.arkady, 'Разрушен бордюр дороги');
    await askDuring(id, 5);
    const failed = await questionOf(id, stuck);
    expect(failed).toMatchObject({ state: 'misconfigured', detail: 'VK error 5 in messages.send' });
    const administrator = await centre.signIn('administrator');
    const { notices: told } = valueOf(await administrator.call(notices, {}));
    expect(told).toContainEqual({ code: 'deliveries_waiting', count: 1 });
    valueOf(await settle(failed.id, 'send_again'));
    await questionOf(id, ['sent']);
    expect(questionsTo(residents.arkady)).toHaveLength(1);
    expect(await cardOf(team.executor, id)).toMatchObject({ attention: null });
  });

  test('manual: a person publishes the words that are ready', async () => {
    const id = await caseInDialogue(residents.dina, 'Осел люк на дороге');
    await askDuring(id, 14);
    const waiting = await questionOf(id, stuck);
    expect(waiting).toMatchObject({ state: 'manual' });
    expect(refusalOf(await settle(waiting.id, 'arrived'))).toBe('move_not_allowed');
    valueOf(await settle(waiting.id, 'sent_by_hand'));
    await questionOf(id, ['sent']);
  });

  test('uncertain: never sent again by itself; a person looks at the wall and says that it is there', async () => {
    const comment = vk.comment(residents.prokhor, 1, 'Выбоина на дороге, Приозёрск, улица Садовая, 7');
    const { id } = await caseAbout(team.coordinator, 'Выбоина');
    await eventually(() => vk.wall()[0]?.comments.find((one) => one.replyTo === comment.id));
    await takeToWork(team, id);
    vk.failNext('lost_reply', 'wall.createComment');
    vk.failNext('bad_gateway', 'wall.getComments');
    const { version } = await cardOf(team.executor, id);
    const body = { version, question: 'С какой стороны дома?' };
    valueOf(await team.executor.call(ask, { params: { appealId: id }, body }));
    const unknown = await questionOf(id, stuck);
    expect(unknown).toMatchObject({ state: 'uncertain', attempts: 1 });
    expect(await cardOf(team.executor, id)).toMatchObject({ attention: 'delivery_failed' });
    valueOf(await settle(unknown.id, 'arrived'));
    await questionOf(id, ['sent']);
    const asked = vk.wall()[0]?.comments.filter((one) => one.text.includes('С какой стороны дома?'));
    expect(asked).toHaveLength(1);
  });
});

describe('an attempt nobody lived to record', () => {
  test('is uncertain after ten minutes, and a person is called', async () => {
    const id = await caseInDialogue(residents.prokhor, 'Размыта обочина дороги');
    await askDuring(id);
    const sent = await questionOf(id, ['sent']);
    await centre.run(async (tx) => {
      await tx
        .updateTable('delivery')
        .set({ state: 'pending', settled_at: null })
        .where('id', '=', sent.id)
        .execute();
      await claimDelivery(tx, centre.region.id, sent.id, centre.app.now());
    });
    centre.pass(5);
    await watchClocks(centre.app, centre.region.id);
    expect(await questionOf(id, ['sending', ...stuck])).toMatchObject({ state: 'sending' });
    centre.pass(6);
    await watchClocks(centre.app, centre.region.id);
    expect(await questionOf(id, stuck)).toMatchObject({ state: 'uncertain' });
    expect(await cardOf(team.executor, id)).toMatchObject({ attention: 'delivery_failed' });
  });
});
