import { afterAll, describe, expect, test } from 'vitest';
import { rawPayload, rawPayloads } from '#contract/centre.ts';
import { endpoints } from '#contract/endpoints.ts';
import { registerAtDesk } from '#contract/intake.ts';
import { track } from '#contract/learn.ts';
import { queue } from '#contract/queue.ts';
import { lookAtContact } from '#contract/work.ts';
import { community, lastTuesday, residents, startCentre } from '#e2e/testing/start-centre.ts';
import { answerCase, cardOf, caseAbout, eventually, gatherTeam, takeToWork } from '#e2e/testing/case-work.ts';
import { guestCall, refusalOf, valueOf } from '#e2e/testing/staff.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const team = await gatherTeam(centre);
const operator = await centre.signIn('operator');
const administrator = await centre.signIn('administrator');

const caller = { contactName: 'Пелагея Никитична Заозёрная', contactPhone: '+7 912 555-01-02' };
/** What must be seen neither by executors nor in the log: parts of the name and of the phones, however written. */
const personal = ['Заозёрн', 'Пелаге', '555-01-02', '5550102', '555 01 02', '777-03-04', '7770304'];
const words = 'Яма на проезжей части';
const expectNothingPersonal = (shown: string): void => {
  for (const one of personal) expect(shown).not.toContain(one);
};

const registered = valueOf(
  await operator.call(registerAtDesk, {
    body: {
      key: crypto.randomUUID(),
      source: 'phone',
      text: `${words} у дома 5 по улице Садовой в Приозёрске. Звонить мне, Заозёрной Пелагее Никитичне, 8 (912) 777-03-04`,
      ...caller,
    },
  }),
);
const { appealId } = registered;
await caseAbout(team.coordinator, words);
const auditOf = (action: string) =>
  centre.run((tx) => tx.selectFrom('audit_entry').selectAll().where('action', '=', action).execute());

describe('an executor', () => {
  test('gets the problem and not the complainant', async () => {
    const card = await takeToWork(team, appealId);
    expect(card.text).toContain(words);
    expectNothingPersonal(JSON.stringify(card));
    expectNothingPersonal(
      JSON.stringify(valueOf(await team.executor.call(queue, { query: { view: 'all' } }))),
    );
  });

  test('may not open the contact', async () => {
    const look = { params: { appealId }, body: { reason: 'Хочу позвонить' } };
    expect(refusalOf(await team.executor.call(lookAtContact, look))).toBe('not_allowed');
    expect(await auditOf('looked_at_contact')).toEqual([]);
  });
});

describe('a look at the contact', () => {
  const reason = 'Уточнить подъезд по телефону';

  test('needs a reason', async () => {
    const look = { params: { appealId }, body: { reason: '' } };
    expect(refusalOf(await operator.call(lookAtContact, look))).toBe('bad_request');
  });

  test('is written to the audit log', async () => {
    const look = { params: { appealId }, body: { reason } };
    expect(valueOf(await operator.call(lookAtContact, look))).toMatchObject({
      name: caller.contactName,
      contact: caller.contactPhone,
    });
    expect(await auditOf('looked_at_contact')).toMatchObject([
      { actor: operator.id, subject_id: appealId, details: { reason } },
    ]);
  });

  test('is seen by the resident, without the name of whoever looked', async () => {
    const secret = centre.app.seals.trackingSecret(appealId);
    const params = { number: registered.number, secret };
    const seen = valueOf(await guestCall(centre.url)(track, { params }));
    expect(seen.looks).toMatchObject([{ reason }]);
    expect(JSON.stringify(seen)).not.toContain('Сотрудник');
    const page = await (await fetch(`${centre.url}/case/${registered.number}/${secret}`)).text();
    expect(page).toContain(reason);
    expect(page).not.toContain('Сотрудник');
  });
});

describe('raw inputs', () => {
  test('are listed to administrators alone, and each look is written down', async () => {
    const odd = {
      type: 'message_new',
      group_id: community.groupId,
      secret: community.secret,
      object: { from: caller.contactName },
    };
    await fetch(centre.vkDoor, { method: 'POST', body: JSON.stringify(odd) });
    const row = await eventually(async () => valueOf(await administrator.call(rawPayloads, {})).rows[0]);
    expectNothingPersonal(JSON.stringify(row));
    const look = { params: { payloadId: row.id }, body: { reason: 'Новый вид события' } };
    expect(refusalOf(await team.coordinator.call(rawPayloads, {}))).toBe('not_allowed');
    expect(refusalOf(await team.coordinator.call(rawPayload, look))).toBe('not_allowed');
    expect(valueOf(await administrator.call(rawPayload, look)).text).toContain(caller.contactName);
    expect(await auditOf('looked_at_raw')).toMatchObject([
      { actor: administrator.id, subject_id: row.id, details: { reason: 'Новый вид события' } },
    ]);
  });
});

describe('a person is nobody’s list', () => {
  const byPerson = /author(?!ity)|sender|resident|person|contact|phone|email|user|name/i;

  test('no endpoint takes an author to search by', () => {
    const queries = Object.values(endpoints).flatMap((list) =>
      Object.values(list).flatMap(({ path, query }) => [
        path.replaceAll(/\/[a-z-]+/g, ''),
        ...Object.keys('shape' in query ? (query.shape as object) : {}),
      ]),
    );
    expect(queries.filter((name) => byPerson.test(name))).toEqual([]);
    expect(queries).toContain('search');
  });

  test.each(['author=900000101', 'contact=5550102', 'author_id=1'])(
    'the queue refuses ?%s',
    async (query) => {
      const response = await team.coordinator.fetch(`/api/appeals?view=all&${query}`);
      expect(response.status).toBe(400);
    },
  );

  test.each(['Заозёрная', '777-03-04', '79127770304', '8 (912) 777-03-04', 'Пелагея Никитична'])(
    'the search does not know %s',
    async (search) => {
      const { rows } = valueOf(await team.coordinator.call(queue, { query: { view: 'all', search } }));
      expect(rows).toEqual([]);
    },
  );

  test('neither the queue nor the card names the account of an author', async () => {
    centre.vk.say(residents.vera, 'Сломан светофор, Приозёрск, улица Рыбацкая, 12');
    const row = await caseAbout(team.coordinator, 'Сломан светофор');
    const card = await cardOf(team.coordinator, row.id);
    expect(JSON.stringify([row, card])).not.toContain(String(residents.vera));
  });
});

describe('the log', () => {
  test('holds ids and codes: no words, names, phones, addresses or secrets of links', async () => {
    await answerCase(team, appealId);
    await fetch(`${centre.url}/api/appeals/${encodeURIComponent(caller.contactName)}`);
    await fetch(`${centre.url}/case/26-000001/${encodeURIComponent(caller.contactPhone)}`);
    await fetch(centre.vkDoor, { method: 'POST', body: caller.contactName });
    await centre.vk.settled();
    const log = centre.logged.join('');
    expectNothingPersonal(log);
    for (const one of [words, 'Садов', 'светофор', String(residents.vera), community.secret])
      expect(log).not.toContain(one);
    expect(log).not.toContain(centre.app.seals.trackingSecret(appealId));
  });

  test('of failures in jobs too', async () => {
    centre.app.log.error({ event: 'probe', text: caller.contactName, phone: caller.contactPhone });
    expect(centre.logged.at(-1)).toContain('probe');
    expectNothingPersonal(centre.logged.at(-1) ?? '');
  });
});
