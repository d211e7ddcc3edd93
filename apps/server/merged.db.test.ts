import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mergeWholeProblem, undoProblemMerge } from '#contract/same-problem.ts';
import { mergeIncident, splitIncident } from '#contract/work.ts';
import { dovecotIsInstalled } from '#channels/email/testing/dovecot.ts';
import { letterAuthor, type PostOffice } from '#e2e/testing/post-office.ts';
import { lastTuesday, residents, startCentre, type Centre } from '#e2e/testing/start-centre.ts';
import {
  answerCase,
  cardOf,
  caseAbout,
  eventually,
  gatherTeam,
  goodAnswer,
  takeToWork,
  type Team,
} from '#e2e/testing/case-work.ts';
import { valueOf } from '#e2e/testing/staff.ts';
import { testDatabase } from '#store/testing/test-database.ts';

if (!dovecotIsInstalled)
  console.warn('Dovecot (/usr/sbin/dovecot) is not installed: merged letters are not tested');

const database = await testDatabase();
let centre: Centre;
let team: Team;
beforeAll(async () => {
  centre = await startCentre({ database, hasMail: dovecotIsInstalled, startsAt: lastTuesday() });
  team = await gatherTeam(centre);
});
afterAll(() => centre.stop());

const incidentOf = async (appealId: string): Promise<string> =>
  (await cardOf(team.coordinator, appealId)).incident?.id ?? '';
const versionOf = async (appealId: string): Promise<number> =>
  (await cardOf(team.coordinator, appealId)).version;
const merge = async (appealId: string, incidentId: string) =>
  valueOf(
    await team.coordinator.call(mergeIncident, {
      params: { appealId },
      body: { version: await versionOf(appealId), incidentId },
    }),
  );
/** A private message to the community, read by the machine. */
async function tell(resident: number, text: string, words: string): Promise<string> {
  centre.vk.say(resident, text);
  const { id } = await caseAbout(team.coordinator, words);
  await eventually(() => centre.vk.dialogue(resident).find(({ from }) => from === 'community'));
  return id;
}
const toldTo = (resident: number, words: string): number =>
  centre.vk.dialogue(resident).filter(({ from, text }) => from === 'community' && text.includes(words))
    .length;
const answered = (resident: number, words: string) =>
  eventually(() => (toldTo(resident, words) > 0 ? true : undefined));
const answerOf = (whom: string) => `${goodAnswer} Ответ подготовлен для карточки: ${whom}.`;

describe('one pit, told in two dialogues of VK', () => {
  const cases = { vera: '', timur: '', stays: '' };

  test('is one problem of two cases, and each resident gets the answer to their own case in their own dialogue', async () => {
    cases.vera = await tell(
      residents.vera,
      'Огромная яма на дороге, Приозёрск, улица Садовая, 5',
      'Огромная яма',
    );
    cases.timur = await tell(
      residents.timur,
      'Провал асфальта, Приозёрск, Рыбацкая, 12, объезжаем',
      'Провал асфальта',
    );
    await merge(cases.timur, await incidentOf(cases.vera));
    expect(await incidentOf(cases.timur)).toBe(await incidentOf(cases.vera));
    for (const [name, appealId] of Object.entries({ vera: cases.vera, timur: cases.timur })) {
      await takeToWork(team, appealId);
      await answerCase(team, appealId, answerOf(name));
    }
    await answered(residents.vera, 'карточки: vera');
    await answered(residents.timur, 'карточки: timur');
    expect(toldTo(residents.vera, 'карточки: timur')).toBe(0);
    expect(toldTo(residents.timur, 'карточки: vera')).toBe(0);
    expect(toldTo(residents.vera, goodAnswer)).toBe(1);
  });

  test('one resident’s «да, убрали» closes their case and not the neighbour’s', async () => {
    centre.vk.say(residents.vera, 'да, убрали, спасибо');
    await eventually(async () =>
      (await cardOf(team.coordinator, cases.vera)).stage === 'closed' ? true : undefined,
    );
    expect(await cardOf(team.coordinator, cases.timur)).toMatchObject({ stage: 'answered' });
  });

  test('a fix confirmed by one resident is not said of the other’s pit, once they are two', async () => {
    cases.stays = await tell(
      residents.dina,
      'Просел асфальт у почты, Приозёрск, Рыбацкая, 12',
      'Просел асфальт',
    );
    const leaves = await tell(residents.prokhor, 'Промоина на Садовой, 7, Приозёрск', 'Промоина');
    const incidentId = await incidentOf(cases.stays);
    await merge(leaves, incidentId);
    await takeToWork(team, leaves);
    await answerCase(team, leaves, answerOf('leaves'));
    await answered(residents.prokhor, 'карточки: leaves');
    centre.vk.say(residents.prokhor, 'да, убрали, спасибо');
    const stateOf = async (appealId: string) => (await cardOf(team.coordinator, appealId)).incident?.state;
    await eventually(async () => ((await stateOf(leaves)) === 'fixed_confirmed' ? true : undefined));
    const body = { version: await versionOf(leaves) };
    valueOf(await team.coordinator.call(splitIncident, { params: { appealId: leaves }, body }));
    expect(await stateOf(leaves)).toBe('fixed_confirmed');
    expect(await stateOf(cases.stays)).toBe('unconfirmed');
  });

  test('taken apart again, what a resident writes still comes to their own case', async () => {
    const { timur: appealId } = cases;
    valueOf(
      await team.coordinator.call(splitIncident, {
        params: { appealId },
        body: { version: await versionOf(appealId) },
      }),
    );
    expect(await incidentOf(appealId)).not.toBe(await incidentOf(cases.vera));
    // What was answered to the case holds for its own problem too: there is something to confirm or to dispute.
    expect(await cardOf(team.coordinator, appealId)).toMatchObject({ incident: { state: 'fixed_reported' } });
    centre.vk.say(residents.timur, 'нет, не убрали, провал на месте');
    const disputed = await eventually(async () => {
      const card = await cardOf(team.coordinator, appealId);
      return card.incident?.state === 'disputed' ? card : undefined;
    });
    expect(disputed.stage).not.toBe('closed');
    expect(await cardOf(team.coordinator, cases.vera)).toMatchObject({
      stage: 'closed',
      incident: { state: 'fixed_confirmed' },
    });
  });
});

describe.runIf(dovecotIsInstalled)('one pit, told by letter and in VK', () => {
  let mail: PostOffice;
  let letter = '';
  let message = '';
  const letters = (): Promise<Email[]> =>
    Promise.all(mail.smtp.letters.map(({ raw }) => PostalMime.parse(raw)));
  const letterWith = (words: string): Promise<Email> =>
    eventually(async () => (await letters()).find((one) => one.text?.includes(words)));

  test('is merged whole and answered where each asked', async () => {
    mail = centre.mail();
    await mail.arrive({
      id: 'hole@example.org',
      subject: 'Дыра в асфальте',
      text: 'Дыра в асфальте, Приозёрск, улица Садовая, 7, машины бьют колёса.',
    });
    letter = (await caseAbout(team.coordinator, 'Дыра в асфальте')).id;
    message = await tell(
      residents.zoya,
      'Колдобина на Рыбацкой, 12 в Приозёрске, подвеску бьёт',
      'Колдобина',
    );
    valueOf(
      await team.coordinator.call(mergeWholeProblem, {
        params: { appealId: letter },
        body: { version: await versionOf(letter), incidentId: await incidentOf(message) },
      }),
    );
    for (const [name, appealId] of Object.entries({ letter, message })) {
      await takeToWork(team, appealId);
      await answerCase(team, appealId, answerOf(name));
    }
    const sent = await letterWith('карточки: letter');
    expect(sent).toMatchObject({ inReplyTo: '<hole@example.org>', to: [{ address: letterAuthor }] });
    await answered(residents.zoya, 'карточки: message');
    expect((await letters()).some((one) => one.text?.includes('карточки: message'))).toBe(false);
    expect(toldTo(residents.zoya, 'карточки: letter')).toBe(0);
  });

  test('unmerged, a further letter joins the case it always belonged to', async () => {
    const { merges } = (await cardOf(team.coordinator, message)).incident ?? { merges: [] };
    valueOf(
      await team.coordinator.call(undoProblemMerge, {
        params: { appealId: message },
        body: { version: await versionOf(message), mergeId: merges[0]?.id ?? '' },
      }),
    );
    expect(await incidentOf(letter)).not.toBe(await incidentOf(message));
    await mail.arrive({
      id: 'more-hole@example.org',
      subject: 'Re: Дыра в асфальте',
      text: 'Спасибо, но рядом осталась вторая, у въезда во двор.',
      headers: ['In-Reply-To: <hole@example.org>', 'References: <hole@example.org>'],
    });
    const written = async (appealId: string): Promise<string[]> =>
      (await cardOf(team.coordinator, appealId)).timeline.flatMap((one) =>
        one.what === 'wrote' ? [one.text] : [],
      );
    await eventually(async () => (await written(letter)).find((text) => text.includes('вторая, у въезда')));
    expect(await written(message)).toEqual([]);
  });
});
