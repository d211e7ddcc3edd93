import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handOverDanger } from '#contract/work.ts';
import { cardOf, caseAbout, eventually, gatherTeam, type Card, type Team } from '#e2e/testing/case-work.ts';
import { lastTuesday, residents, startCentre } from '#e2e/testing/start-centre.ts';
import { valueOf } from '#e2e/testing/staff.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const minutesOf = (card: Card, clock: string): number => {
  const found = card.clocks.find(({ code }) => code === clock);
  if (found === undefined) return -1;
  return Math.round((Date.parse(found.dueAt) - Date.parse(found.startedAt)) / 60_000);
};
const receiptOf = (resident: number) => eventually(() => centre.vk.dialogue(resident)[1]?.text);

let team: Team;
beforeAll(async () => {
  team = await gatherTeam(centre);
});

describe('a danger to life', () => {
  let card: Card;
  beforeAll(async () => {
    centre.vk.say(residents.vera, 'Уроды, сколько ждать! В подъезде пахнет газом, Приозёрск, Садовая, 5');
    card = await cardOf(team.coordinator, (await caseAbout(team.coordinator, 'пахнет газом')).id);
  });

  test('is seen beside the words that name it, abuse or not', () => {
    expect(card.understanding).toMatchObject({ kind: 'problem', dangerLevel: 'emergency', isRude: true });
    expect(card.understanding.dangerWords).toEqual(['пахнет', 'газом']);
  });

  test('stands first in the queue', async () => {
    expect((await caseAbout(team.coordinator, 'пахнет газом')).danger).toBe('emergency');
  });

  test('starts the half hour of the duty officer and the short clocks', () => {
    expect(minutesOf(card, 'danger_duty')).toBe(30);
    expect(card.clocks.map(({ code }) => code)).toContain('first_answer');
  });

  test('is answered by 112 where it was written', async () => {
    expect(await receiptOf(residents.vera)).toContain('112');
  });

  test('is handed to 112, and the half hour is met', async () => {
    valueOf(
      await team.coordinator.call(handOverDanger, {
        params: { appealId: card.id },
        body: { version: card.version, acknowledgedBy: 'Диспетчер смены' },
      }),
    );
    const after = await cardOf(team.coordinator, card.id);
    expect(after.clocks.find(({ code }) => code === 'danger_duty')?.metAt).not.toBeNull();
  });
});

test('what only might fall is of high importance: short clocks, no 112', async () => {
  centre.vk.say(residents.timur, 'Сосулька может упасть на голову, Приозёрск, Садовая, 7');
  const card = await cardOf(team.coordinator, (await caseAbout(team.coordinator, 'Сосулька')).id);
  centre.vk.say(residents.zoya, 'Не горит фонарь, Приозёрск, Садовая, 9');
  const usual = await cardOf(team.coordinator, (await caseAbout(team.coordinator, 'Не горит фонарь')).id);
  expect(card.understanding.dangerLevel).toBe('high');
  expect(minutesOf(card, 'danger_duty')).toBe(-1);
  expect(minutesOf(card, 'first_answer')).toBeLessThan(minutesOf(usual, 'first_answer'));
  expect(await receiptOf(residents.timur)).not.toContain('112');
});

test('a message in another language is kept, named and left to a person', async () => {
  centre.vk.say(residents.dina, 'Исәнмесез! Безнең урамда су юк, ярдәм итегез зинһар');
  const card = await cardOf(team.coordinator, (await caseAbout(team.coordinator, 'Исәнмесез')).id);
  expect(card).toMatchObject({ stage: 'triage', understanding: { language: 'tt', actsAlone: false } });
});
