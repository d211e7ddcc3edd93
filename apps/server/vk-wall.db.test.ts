import { afterAll, describe, expect, test } from 'vitest';
import { addNote } from '#contract/work.ts';
import { lastTuesday, residents, startCentre } from '#e2e/testing/start-centre.ts';
import {
  answerCase,
  cardOf,
  caseAbout,
  casesAbout,
  eventually,
  gatherTeam,
  goodAnswer,
  takeToWork,
} from '#e2e/testing/case-work.ts';
import { valueOf } from '#e2e/testing/staff.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const team = await gatherTeam(centre);
const { vk } = centre;

/** The first post of the community and what is said under it. */
const underPost = () => vk.wall()[0]?.comments ?? [];
const ours = () => underPost().filter((comment) => comment.fromId < 0);
const messageOf = (externalId: string) =>
  centre.run((tx) =>
    tx
      .selectFrom('message as m')
      .innerJoin('message_version as v', (join) =>
        join.onRef('v.region_id', '=', 'm.region_id').onRef('v.message_id', '=', 'm.id'),
      )
      .select(['m.deleted_at', 'v.version', 'v.sealed'])
      .where('m.external_id', '=', externalId)
      .orderBy('v.version')
      .execute(),
  );

describe('a comment under a post of the community', () => {
  let appealId = '';
  const asked = vk.comment(
    residents.zoya,
    1,
    'Глубокая яма на проезжей части, Приозёрск, улица Садовая, 7, объехать нельзя',
  );

  test('becomes a public case, and the receipt stands in its branch', async () => {
    appealId = (await caseAbout(team.coordinator, 'Глубокая яма')).id;
    expect(await cardOf(team.coordinator, appealId)).toMatchObject({ channel: 'vk', isPublic: true });
    const receipt = await eventually(() => ours()[0]);
    expect(receipt).toMatchObject({ replyTo: asked.id, branchId: asked.id });
    expect(receipt.text).toContain((await cardOf(team.coordinator, appealId)).number);
  });

  test('is answered in the same branch', async () => {
    await takeToWork(team, appealId);
    await answerCase(team, appealId);
    const answer = await eventually(() => ours().find((comment) => comment.text.includes(goodAnswer)));
    expect(answer).toMatchObject({ replyTo: asked.id, branchId: asked.id });
    expect(vk.dialogue(residents.zoya)).toEqual([]);
  });

  test('shows nobody the secret link of the case', () => {
    expect(ours()).toHaveLength(2);
    for (const comment of ours()) expect(comment.text).not.toContain('/case/');
  });

  test('a neighbour cannot confirm it for its author', async () => {
    vk.comment(residents.timur, 1, 'да, убрали, спасибо', { replyTo: ours().at(-1)?.id ?? 0 });
    await vk.settled();
    await caseAbout(team.coordinator, 'да, убрали');
    expect(await cardOf(team.coordinator, appealId)).toMatchObject({ stage: 'answered' });
  });

  test('is closed as confirmed by its author in the same branch', async () => {
    vk.comment(residents.zoya, 1, 'Да, убрали, спасибо!', { replyTo: ours().at(-1)?.id ?? 0 });
    const closed = await eventually(async () => {
      const card = await cardOf(team.coordinator, appealId);
      return card.stage === 'closed' ? card : undefined;
    });
    expect(closed).toMatchObject({ closedAs: 'confirmed', incident: { state: 'fixed_confirmed' } });
  });
});

describe('words that change', () => {
  test('an edited private message is a new version, and the card shows the new words', async () => {
    const said = vk.say(residents.vera, 'Прорвало трубу, Приозёрск, улица Садовая, 5');
    const { id } = await caseAbout(team.coordinator, 'Прорвало трубу');
    vk.editMessage(said.id, 'Прорвало трубу во дворе, вода идёт в подвал, мой телефон 8 912 345-67-89');
    const card = await eventually(async () => {
      const found = await cardOf(team.coordinator, id);
      return found.text.includes('вода идёт в подвал') ? found : undefined;
    });
    expect(card.text).not.toContain('345-67-89');
    expect(card.timeline).toContainEqual(expect.objectContaining({ what: 'wrote', isEdit: true }));
    const versions = await messageOf(`message_${said.id}`);
    expect(versions.map((one) => one.version)).toEqual([1, 2]);
  });

  test('an edit that changes nothing is no version', async () => {
    const said = vk.say(residents.timur, 'Сломана качель на детской площадке');
    await caseAbout(team.coordinator, 'Сломана качель');
    vk.editMessage(said.id, 'Сломана качель на детской площадке');
    vk.editMessage(said.id, 'Сломана качель на детской площадке, торчит гвоздь');
    await eventually(async () => ((await messageOf(`message_${said.id}`)).length > 1 ? true : undefined));
    expect(await messageOf(`message_${said.id}`)).toHaveLength(2);
  });

  test('an edited comment is a new version', async () => {
    const comment = vk.comment(residents.vera, 2, 'Не вывозят мусор, Приозёрск, улица Рыбацкая, 12');
    const { id } = await caseAbout(team.coordinator, 'Не вывозят мусор');
    vk.editComment(comment.id, 'Не вывозят мусор третью неделю, Приозёрск, улица Рыбацкая, 12');
    await eventually(async () =>
      (await cardOf(team.coordinator, id)).text.includes('третью неделю') ? true : undefined,
    );
  });

  test('a deleted comment leaves a tombstone; the case and its words stay with those who answer', async () => {
    const comment = vk.comment(residents.timur, 2, 'Разбита остановка, Приозёрск, улица Садовая, 5');
    const { id } = await caseAbout(team.coordinator, 'Разбита остановка');
    vk.deleteComment(comment.id);
    const [first] = await eventually(async () => {
      const found = await messageOf(`comment_-${219_000_001}_${comment.id}`);
      return found[0]?.deleted_at === null ? undefined : found;
    });
    expect(first?.deleted_at).toBeInstanceOf(Date);
    expect((await cardOf(team.coordinator, id)).text).toContain('Разбита остановка');
  });

  test('a word of the community itself is never a case', async () => {
    const before = (await casesAbout(team.coordinator, '')).length;
    vk.say(residents.dina, 'Нет горячей воды, Приозёрск, улица Садовая, 7');
    await eventually(() => vk.dialogue(residents.dina).find((one) => one.text.includes('Приняли')));
    await vk.settled();
    expect((await casesAbout(team.coordinator, '')).length).toBe(before + 1);
  });

  test('an internal note of staff reaches nobody outside', async () => {
    const { id } = await caseAbout(team.coordinator, 'Нет горячей воды');
    const words = 'заявителю не показывать';
    valueOf(await team.coordinator.call(addNote, { params: { appealId: id }, body: { text: words } }));
    const seen = [...vk.dialogue(residents.dina), ...underPost()].map((one) => one.text).join('\n');
    expect(seen).not.toContain(words);
  });
});
