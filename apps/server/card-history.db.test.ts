import { afterAll, describe, expect, test } from 'vitest';
import { findPlace } from '#contract/find-place.ts';
import { mergeWholeProblem, undoProblemMerge } from '#contract/same-problem.ts';
import { correct, mergeIncident, splitIncident } from '#contract/work.ts';
import { residents, lastTuesday, startCentre } from '#e2e/testing/start-centre.ts';
import { cardOf, caseAbout, gatherTeam, type Card } from '#e2e/testing/case-work.ts';
import { valueOf } from '#e2e/testing/staff.ts';
import { district, knownAddress, town } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const { coordinator } = await gatherTeam(centre);

type Entry = Card['timeline'][number];
const seen = (appealId: string) => cardOf(coordinator, appealId);
const ties = async (appealId: string) =>
  (await seen(appealId)).timeline.flatMap((one) =>
    one.what === 'tied' ? [{ how: one.how, numbers: one.numbers, isNamed: one.by !== null }] : [],
  );
const moves = ({ timeline }: Card) =>
  timeline.filter((one): one is Extract<Entry, { what: 'problem_moved' }> => one.what === 'problem_moved');
/** A message, told some minutes after the one before. */
async function tell(resident: number, text: string): Promise<Card> {
  centre.pass(5);
  centre.vk.say(resident, text);
  const { id } = await caseAbout(coordinator, text.slice(0, 14));
  centre.pass(5);
  return seen(id);
}
const incidentOf = async (appealId: string): Promise<string> => (await seen(appealId)).incident?.id ?? '';
const versionOf = async (appealId: string): Promise<number> => (await seen(appealId)).version;

describe('the history of a case names who tied it to a problem', () => {
  test('merged, taken apart and merged with a whole problem that is taken out again', async () => {
    const one = await tell(residents.vera, 'Упало дерево во дворе дома 5 на Садовой в Приозёрске');
    const other = await tell(residents.timur, 'Темно, не горит фонарь у дома 12 на Рыбацкой в Приозёрске');
    const [params, others] = [{ appealId: one.id }, { appealId: other.id }];
    const incidentId = await incidentOf(other.id);
    const merging = { version: one.version, incidentId };
    valueOf(await coordinator.call(mergeIncident, { params, body: merging }));
    const merged = { how: 'merged', numbers: [other.number], isNamed: true };
    expect(await ties(one.id)).toEqual([merged]);
    expect(await ties(other.id)).toEqual([{ how: 'took_in', numbers: [one.number], isNamed: true }]);

    centre.pass(5);
    const version = await versionOf(one.id);
    valueOf(await coordinator.call(splitIncident, { params, body: { version } }));
    const split = { how: 'split', numbers: [], isNamed: true };
    expect(await ties(one.id)).toEqual([merged, split]);
    const opened = moves(await seen(one.id));
    expect(opened.map(({ byWhom, by }) => [byWhom, by !== null])).toEqual([['staff', true]]);
    expect(await ties(other.id)).toEqual([]);

    centre.pass(5);
    const whole = { version: await versionOf(one.id), incidentId };
    valueOf(await coordinator.call(mergeWholeProblem, { params, body: whole }));
    centre.pass(5);
    const { incident } = await seen(other.id);
    const undoing = { version: await versionOf(other.id), mergeId: incident?.merges[0]?.id ?? '' };
    valueOf(await coordinator.call(undoProblemMerge, { params: others, body: undoing }));
    const unmerged = { how: 'unmerged', numbers: [], isNamed: true };
    expect((await ties(one.id)).slice(2)).toMatchObject([{ how: 'merged' }, unmerged]);
    expect(await ties(other.id)).toEqual([
      { how: 'took_in', numbers: [one.number], isNamed: true },
      { how: 'gave_back', numbers: [one.number], isNamed: true },
    ]);
  });
});

describe('a correction of one thing is a correction of that thing', () => {
  const judgements = ({ timeline }: Card) =>
    timeline.flatMap((one) => (one.what === 'understood' ? [[one.by !== null, one.corrected]] : []));

  test('a house chosen by a person is a house, and the topic stays the machine’s', async () => {
    const before = await tell(residents.dina, 'Яма у остановки, объехать нельзя');
    const { lat, lon } = knownAddress;
    const place = { point: { lat, lon }, municipalityId: town, settlementId: 1, streetId: 1, houseId: 1 };
    const params = { appealId: before.id };
    valueOf(await coordinator.call(correct, { params, body: { version: before.version, place } }));
    const card = await seen(before.id);
    expect(card.place).toMatchObject({ precision: 'house', words: [], label: expect.stringContaining('5') });
    expect(card.place.by).not.toBeNull();
    const { topic, topicConfidence, actsAlone } = before.understanding;
    expect(card.understanding).toMatchObject({
      topicBy: null,
      kindBy: null,
      topic,
      topicConfidence,
      actsAlone,
    });
    expect(actsAlone).toBe(false);
    expect(judgements(card)).toEqual([
      [false, []],
      [true, ['place']],
    ]);
  });

  test('who names the topic and moves the pin is said to have done so', async () => {
    const before = await tell(residents.zoya, 'Провал на дороге в Приозёрске, Рыбацкая, 12');
    const place = { point: { lat: 61.05, lon: 50.12 } };
    const body = { version: before.version, topic: 'open_manhole', place };
    valueOf(await coordinator.call(correct, { params: { appealId: before.id }, body }));
    const card = await seen(before.id);
    expect(card.place.precision).toBe('point');
    expect(card.understanding).toMatchObject({ topic: 'open_manhole', kindBy: null, actsAlone: true });
    expect(card.understanding.topicBy).not.toBeNull();
    expect(judgements(card).at(-1)).toEqual([true, ['topic', 'place']]);
  });
});

describe('an address typed on the card', () => {
  const find = async (address: string) =>
    valueOf(await coordinator.call(findPlace, { body: { address } })).places;

  test('is looked up in the register, and the house found is where the problem is', async () => {
    const before = await tell(residents.prokhor, 'Не работает домофон, второй день');
    const [found] = await find('садовая 5');
    expect(found).toMatchObject({ municipalityId: town, streetId: 1, houseId: 1 });
    const { label: _label, ...place } = found!;
    const body = { version: before.version, place };
    valueOf(await coordinator.call(correct, { params: { appealId: before.id }, body }));
    expect((await seen(before.id)).place).toMatchObject({
      precision: 'house',
      point: { lat: knownAddress.lat, lon: knownAddress.lon },
    });
  });

  test.each(['улица Лесная', 'Сосновка, Лесная 3', 'Лесной район'])(
    '«%s» is found in its municipality',
    async (address) => expect((await find(address))[0]).toMatchObject({ municipalityId: district }),
  );

  test.each(['', 'абракадабра', '<b>😀</b>'])('«%s» finds nothing, and says so', async (address) =>
    expect(await find(address)).toEqual([]),
  );
});
