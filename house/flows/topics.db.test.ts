import { afterAll, expect, test } from 'vitest';
import { ownTopicRows } from '#centre/queries/own-topics.ts';
import { readState } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { makeSmallRegion, town } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { carryOn } from './carry-on.ts';
import { correctCase } from './correct.ts';
import { takeTyped } from './take-in.ts';
import { addOwnTopic, changeOwnPhrases, trialOfTopic, withdrawOwnTopic } from './topics.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => withScope(db, wholeRegion(region.id), work);
const hand = { by: region.people.administrator.id, at: app.now() };

const phrases = [
  'Электросамокаты бросают посреди тротуара, не пройти с коляской',
  'Самокатчики гоняют по тротуару и сбивают людей',
  'прокатные самокаты валяются у подъезда',
  'Уберите самокаты с пешеходной зоны, люди спотыкаются',
  'Подростки на электросамокатах ездят по двое и не смотрят на пешеходов',
  'самокат кикшеринга стоит поперёк пандуса',
  'Когда ограничат скорость самокатов в парке?',
  'Кинули самокат на газон и уехали, так каждый день',
  'Стоянка самокатов закрыла проход к остановке',
  'На самокате наехали на бабушку, водителя не нашли',
  'аренда самокатов заняла весь тротуар у магазина',
  'Запретите парковать самокаты возле школы',
];
const draft = {
  name: 'Прокатные самокаты',
  nameEn: 'Rental scooters',
  like: 'sidewalk_snow',
  belongs: 'Езда и стоянка прокатных самокатов',
  doesNotBelong: 'Велосипеды и мопеды',
  phrases,
};

async function report(text: string): Promise<string> {
  const knowledge = await app.knowledge.of(region.id);
  const typed = { key: crypto.randomUUID(), text, point: null, address: null, contact: null };
  const { outcome } = await run((tx) =>
    takeTyped(
      tx,
      ownAccount(knowledge, 'portal_form'),
      knowledge,
      app.seals,
      { ...typed, authorName: null, files: [] },
      { textLength: 20_000, files: 5 },
      app.now(),
    ),
  );
  if (!outcome.ok) throw new Error(outcome.failure.code);
  await run((tx) => carryOn(tx, knowledge, app.seals, [outcome.value.appealId], app.now()));
  return outcome.value.appealId;
}

const topicOf = async (appealId: string) => (await run((tx) => readState(tx, region.id, appealId)))?.topic;
const known = () => app.knowledge.of(region.id);
const stepOf = async (appealId: string) => {
  const state = await run((tx) => readState(tx, region.id, appealId));
  return { appealId, version: state?.version ?? 0, by: region.people.coordinator.id, at: app.now() };
};
const scooter = 'Брошенные самокаты перегородили тротуар на улице Мира, обойти нельзя';

test('a topic added with a dozen phrases is proposed from the next message on, and others stay as they were', async () => {
  const pothole = 'Огромная яма на дороге, пробил колесо, отремонтируйте асфальт';
  const before = await topicOf(await report(pothole));
  await report(scooter);

  const knowledge = await known();
  const tried = await trialOfTopic(knowledge, null, phrases, run);
  expect(tried).toMatchObject({ ok: true, value: { looked: 2, taken: 1, phrases: 12 } });
  expect(tried.ok && tried.value.recognised).toBeGreaterThanOrEqual(9);
  expect(tried.ok && tried.value.examples[0]?.excerpt).toContain('самокаты');

  const added = await run((tx) => addOwnTopic(tx, knowledge, draft, hand));
  expect(added).toEqual({ ok: true, value: { code: 'own_prokatnye_samokaty' } });
  app.knowledge.forget();

  const appealId = await report(scooter);
  expect(await topicOf(appealId)).toBe('own_prokatnye_samokaty');
  expect(await run((tx) => readState(tx, region.id, appealId))).toMatchObject({ stage: 'triage' });
  expect(await topicOf(await report(`${pothole}!`))).toBe(before);
  expect(await run((tx) => ownTopicRows(tx, region.id))).toMatchObject([
    { code: 'own_prokatnye_samokaty', cases: 1, sector: 'roads' },
  ]);
});

test('a topic is tried beside the program: others are answered, no transaction waits', async () => {
  const knowledge = await known();
  let answered = 0;
  let open = 0;
  const others = setInterval(() => void (answered += 1), 5);
  const read = async <T>(work: (tx: Writer) => Promise<T>): Promise<T> => {
    open += 1;
    const value = await run(work);
    open -= 1;
    answered = 0;
    return value;
  };
  const tried = await trialOfTopic(knowledge, null, phrases, read);
  expect(tried).toMatchObject({ ok: true, value: { phrases: 12 } });
  expect({ open, isAnswered: answered > 10 }).toEqual({ open: 0, isAnswered: true });
  clearInterval(others);
});

test('what is wrong is said, and nothing is added', async () => {
  const knowledge = await known();
  const few = await run((tx) =>
    addOwnTopic(
      tx,
      knowledge,
      { ...draft, name: 'Другая', phrases: [...phrases.slice(1), phrases[1] ?? ''] },
      hand,
    ),
  );
  expect(few).toMatchObject({ failure: { code: 'phrases_too_few', given: 11, needed: 12 } });
  const twice = await run((tx) => addOwnTopic(tx, knowledge, { ...draft, name: 'прокатные самокаты' }, hand));
  expect(twice).toMatchObject({ failure: { code: 'topic_exists' } });
  const unlike = await run((tx) => addOwnTopic(tx, knowledge, { ...draft, like: 'no_such' }, hand));
  expect(unlike).toMatchObject({ failure: { code: 'topic_not_found' } });
});

test('phrases are changed without their authors; a topic taken out of use is proposed no more', async () => {
  const knowledge = await known();
  const code = 'own_prokatnye_samokaty';
  const kept = await report(`${scooter}!`);
  expect(await topicOf(kept)).toBe(code);
  const withPhone = [...phrases, 'Самокат сбил ребёнка, звоните мне 8 912 345-67-89'];
  expect(await run((tx) => changeOwnPhrases(tx, knowledge, code, withPhone, hand))).toMatchObject({
    ok: true,
  });
  const [row] = await run((tx) => ownTopicRows(tx, region.id));
  expect(row?.passport.examples).toHaveLength(13);
  expect(row?.passport.examples.at(-1)).not.toContain('345');

  expect(await run((tx) => withdrawOwnTopic(tx, knowledge, code, 'закон принят', hand))).toMatchObject({
    ok: true,
  });
  app.knowledge.forget();
  const step = await stepOf(kept);
  await run(async (tx) => correctCase(tx, await known(), step, { place: { municipalityId: town } }));
  expect(await topicOf(kept)).toBe(code);
  expect(await topicOf(await report(`${scooter}.`))).not.toBe(code);
  expect(await run((tx) => changeOwnPhrases(tx, knowledge, code, phrases, hand))).toMatchObject({
    failure: { code: 'not_found' },
  });
});
