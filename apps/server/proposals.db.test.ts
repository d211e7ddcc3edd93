import { afterAll, expect, test } from 'vitest';
import { track } from '#contract/learn.ts';
import { sendMessage } from '#contract/intake.ts';
import { assign, sendBack } from '#contract/work.ts';
import { lastTuesday, startCentre } from '#e2e/testing/start-centre.ts';
import { cardOf, caseAbout, gatherTeam } from '#e2e/testing/case-work.ts';
import { guestCall, valueOf } from '#e2e/testing/staff.ts';
import { bodies } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const team = await gatherTeam(centre);
const guest = guestCall(centre.url);
const words = 'Глубокая яма у остановки';

const sent = valueOf(
  await guest(sendMessage, {
    body: { key: crypto.randomUUID(), text: words, address: 'Приозёрск, улица Рыбацкая, 12', files: [] },
  }),
);
const { id: appealId } = await caseAbout(team.coordinator, words);
const params = { number: sent.number, secret: sent.trackingUrl.split('/').at(-1) ?? '' };
const asSeen = async () => valueOf(await guest(track, { params }));
const giveTo = async (authorityId: number) => {
  const { version } = await cardOf(team.coordinator, appealId);
  return team.coordinator.call(assign, { params: { appealId }, body: { version, authorityId } });
};

test('a body the machine only proposes is no news to the author, nor is a topic it is not sure of', async () => {
  const card = await cardOf(team.coordinator, appealId);
  expect(card).toMatchObject({ stage: 'triage', attention: 'topic_unsure' });
  expect(card.responsible.authorityId).not.toBeNull();
  expect(await asSeen()).toMatchObject({ topic: null, holder: null, hops: [] });
  const page = await (await fetch(sent.trackingUrl)).text();
  expect(page).not.toContain('Передали');
});

test('naming another body than the proposed one is no transfer', async () => {
  const { responsible } = await cardOf(team.coordinator, appealId);
  const other = responsible.authorityId === bodies.roads ? bodies.government : bodies.roads;
  valueOf(await giveTo(other));
  expect((await cardOf(team.coordinator, appealId)).responsible.hops).toBe(0);
  const seen = await asSeen();
  expect(seen.hops).toHaveLength(1);
  expect(seen.holder?.name).toBe((await asSeen()).hops[0]?.name);
});

test('a body that sends the case back held it: the next one is a transfer, and the centre holds it between', async () => {
  valueOf(await giveTo(bodies.roads));
  const before = (await cardOf(team.coordinator, appealId)).responsible.hops;
  const { version } = await cardOf(team.executor, appealId);
  const back = { params: { appealId }, body: { version, reason: 'Двор обслуживает управляющая компания' } };
  valueOf(await team.executor.call(sendBack, back));
  expect(await asSeen()).toMatchObject({ stage: 'triage', holder: null });
  valueOf(await giveTo(bodies.houseManager));
  expect((await cardOf(team.coordinator, appealId)).responsible.hops).toBe(before + 1);
  expect((await asSeen()).holder?.name).toContain('Причал');
});
