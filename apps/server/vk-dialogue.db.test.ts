import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { community, lastTuesday, residents, startCentre } from '#e2e/testing/start-centre.ts';
import {
  answerCase,
  cardOf,
  caseAbout,
  eventually,
  gatherTeam,
  goodAnswer,
  takeToWork,
} from '#e2e/testing/case-work.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const team = await gatherTeam(centre);
const { vk } = centre;

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } })
  .jpeg()
  .toBuffer();
const toDoor = (body: unknown): Promise<Response> =>
  fetch(centre.vkDoor, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
const payloads = () =>
  centre.run((tx) => tx.selectFrom('raw_payload').select(['outcome', 'detail', 'sealed']).execute());

describe('the door of VK', () => {
  test('knows the confirmation string', async () => {
    expect(await vk.confirm()).toBe(true);
  });

  test('refuses what VK did not send, and keeps none of it', async () => {
    const { groupId } = community;
    const forged = { type: 'message_new', group_id: groupId, secret: 'guessed01', object: {} };
    for (const [body, status, code] of [
      [forged, 403, 'wrong_secret'],
      [{ ...forged, secret: undefined }, 403, 'wrong_secret'],
      [{ ...forged, group_id: 1, secret: community.secret }, 403, 'wrong_secret'],
      ['это не JSON', 400, 'update_malformed'],
      ['', 400, 'update_malformed'],
    ] as const) {
      const response = await toDoor(body);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        failure: { code },
        message: expect.stringMatching(/\S/),
      });
    }
    expect(await payloads()).toEqual([]);
  });

  test('of an account that does not exist is told so', async () => {
    const response = await fetch(`${centre.url}/channels/no-such-door`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
  });

  test('keeps a genuine update nobody understands, for an administrator', async () => {
    const { groupId, secret } = community;
    const odd = { type: 'message_new', group_id: groupId, secret, object: { message: { text: 42 } } };
    expect(await (await toDoor(odd)).text()).toBe('ok');
    const kept = await eventually(async () =>
      (await payloads()).find((payload) => payload.outcome === 'unknown'),
    );
    expect(JSON.parse(centre.app.seals.openBytes('raw', kept.sealed).toString('utf8'))).toEqual(odd);
  });
});

describe('a private message with a photo', () => {
  let appealId = '';

  test('becomes a case with the photo', async () => {
    vk.say(residents.vera, 'Огромная яма на дороге, Приозёрск, улица Садовая, 5, пробил колесо', {
      photos: [photo],
    });
    await vk.settled();
    expect(vk.undelivered()).toEqual([]);
    appealId = (await caseAbout(team.coordinator, 'Огромная яма')).id;
    const card = await cardOf(team.coordinator, appealId);
    expect(card).toMatchObject({ channel: 'vk', regime: 'social', isPublic: false });
    expect(card.files).toHaveLength(1);
    expect(card.place.label).toContain('Садовая');
  });

  test('is confirmed in the same dialogue, with the number and the link', async () => {
    const receipt = await eventually(() => vk.dialogue(residents.vera)[1]);
    const { number } = await cardOf(team.coordinator, appealId);
    expect(receipt).toMatchObject({ from: 'community' });
    expect(receipt.text).toContain(number);
    expect(receipt.text).toContain(`${centre.url}/case/${encodeURIComponent(number)}/`);
  });

  test('is answered in the same dialogue, once', async () => {
    await takeToWork(team, appealId);
    const answered = await answerCase(team, appealId);
    expect(answered).toMatchObject({ stage: 'answered' });
    const answer = await eventually(() =>
      vk.dialogue(residents.vera).find((message) => message.text.includes(goodAnswer)),
    );
    expect(answer.from).toBe('community');
    await eventually(async () =>
      (await cardOf(team.approver, appealId)).deliveries.find(
        (one) => one.purpose === 'final' && one.state === 'sent',
      ),
    );
    expect(vk.dialogue(residents.vera)).toHaveLength(3);
    expect(vk.dialogue(residents.timur)).toEqual([]);
  });

  test('is closed as confirmed by «да, убрали, спасибо»', async () => {
    vk.say(residents.vera, 'да, убрали, спасибо');
    const closed = await eventually(async () => {
      const card = await cardOf(team.coordinator, appealId);
      return card.stage === 'closed' ? card : undefined;
    });
    expect(closed).toMatchObject({ closedAs: 'confirmed', incident: { state: 'fixed_confirmed' } });
    expect(closed.timeline).toContainEqual(expect.objectContaining({ what: 'confirmed', verdict: 'fixed' }));
  });

  test('another resident of the same problem has a dialogue of their own', async () => {
    vk.say(residents.timur, 'Не горит фонарь у подъезда, Приозёрск, улица Рыбацкая, 12, темно');
    await caseAbout(team.coordinator, 'Не горит фонарь');
    await eventually(() => vk.dialogue(residents.timur)[1]);
    expect(vk.dialogue(residents.vera)).toHaveLength(4);
  });
});
