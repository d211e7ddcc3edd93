import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { mayDo, permissions } from '#centre/rules/access.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpoints } from '#contract/endpoints.ts';
import { queue, queueCounts } from '#contract/queue.ts';
import { lastTuesday, residents, startCentre, stranger } from '#e2e/testing/start-centre.ts';
import { caseAbout, cardOf, eventually, takeToWork, type Team } from '#e2e/testing/case-work.ts';
import { guestCall, refusalOf, valueOf, type Staff } from '#e2e/testing/staff.ts';
import { makeSmallRegion } from '#house/testing/small-region.ts';
import { roles, type Role } from '#kernel/role.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const centre = await startCentre({ database: await testDatabase(), startsAt: lastTuesday() });
afterAll(() => centre.stop());
const guest = guestCall(centre.url);
const people = new Map<Role, Staff>();
for (const role of roles) people.set(role, await centre.signIn(role));
const personOf = (role: Role): Staff => {
  const found = people.get(role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
};

const all = Object.entries(endpoints).flatMap(([stage, list]) =>
  Object.entries(list).map(([name, endpoint]) => [`${stage}.${name}`, endpoint] as const),
);
const nowhere = '01900000-0000-7000-8000-000000000000';
/** A value for every parameter of a path, of something that does not exist. */
const params = {
  appealId: nowhere,
  assignmentId: nowhere,
  deliveryId: nowhere,
  payloadId: nowhere,
  ruleId: '999999',
  hash: 'a'.repeat(64),
  number: '26-999999',
  secret: 'wrong',
};
const paramsOf = ({ path }: Endpoint) =>
  Object.fromEntries(Object.entries(params).filter(([name]) => path.includes(`:${name}`)));
const inputOf = (endpoint: Endpoint): never =>
  ({ params: paramsOf(endpoint), ...(endpoint.method === 'GET' ? {} : { body: {} }) }) as never;

const isOpen = (endpoint: Endpoint): boolean =>
  permissions[endpoint.access] === 'anyone' || permissions[endpoint.access] === 'holder';
const forStaff = all.filter(([, endpoint]) => !isOpen(endpoint));

describe('without a session', () => {
  test.each(forStaff)('%s is closed', async (_, endpoint) => {
    expect(refusalOf(await guest(endpoint, inputOf(endpoint)))).toBe('not_signed_in');
  });

  test.each(all.filter(([, endpoint]) => isOpen(endpoint)))('%s is open', async (_, endpoint) => {
    const result = await guest(endpoint, inputOf(endpoint));
    const refusals = ['not_signed_in', 'not_allowed', 'wrong_csrf_token', 'not_found', 'server_error'];
    expect(result.ok ? 'accepted' : result.failure.code).not.toBeOneOf(refusals);
  });

  test.each(all.filter(([, { access }]) => permissions[access] === 'holder'))(
    '%s opens to nobody with a wrong secret',
    async (_, endpoint) => {
      const result = await guest(endpoint, inputOf(endpoint));
      expect(refusalOf(result)).toBeOneOf(['appeal_not_found', 'bad_request']);
    },
  );
});

describe('signed in', () => {
  test.each(forStaff)('%s is closed to roles that may not', async (_, endpoint) => {
    for (const role of roles.filter((one) => !mayDo(endpoint.access, [one]))) {
      const result = await personOf(role).call(endpoint, inputOf(endpoint));
      expect([role, refusalOf(result)]).toEqual([role, 'not_allowed']);
    }
  });

  const changing = forStaff.flatMap(([name, endpoint]) => {
    const role = roles.find((one) => mayDo(endpoint.access, [one]));
    return endpoint.method === 'GET' || role === undefined ? [] : [[name, role, endpoint] as const];
  });
  test.each(changing)('%s is closed to %s when the page is not ours', async (_, role, endpoint) => {
    expect(refusalOf(await personOf(role).callWithoutToken(endpoint, inputOf(endpoint)))).toBe(
      'wrong_csrf_token',
    );
  });

  const served = forStaff.filter(([name]) => name !== 'centre.signOut');
  test.each(served)('%s is served to roles that may, whatever is sent', async (_, endpoint) => {
    const never = ['not_signed_in', 'not_allowed', 'server_error', 'no_connection'];
    for (const role of roles.filter((one) => mayDo(endpoint.access, [one]))) {
      const result = await personOf(role).call(endpoint, inputOf(endpoint));
      if (result.ok) continue;
      expect(result.failure.code).not.toBeOneOf(never);
      expect(result.message).toMatch(/\S/);
    }
  });
});

describe('a case of another body', () => {
  test('does not exist for an executor, whatever they do', async () => {
    const team: Team = {
      coordinator: personOf('coordinator'),
      executor: personOf('executor'),
      approver: personOf('approver'),
    };
    const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#567' } })
      .jpeg()
      .toBuffer();
    centre.vk.say(residents.vera, 'Яма на дороге, Приозёрск, улица Садовая, 5', { photos: [photo] });
    const { id: appealId } = await caseAbout(team.coordinator, 'Яма на дороге');
    await takeToWork(team, appealId);
    const card = await eventually(async () => {
      const found = await cardOf(team.executor, appealId);
      return found.deliveries[0]?.state === 'sent' ? found : undefined;
    });
    const other = await centre.signIn(stranger);
    const version = card.version;
    const bodies: Readonly<Record<string, unknown>> = {
      'work.readCard': undefined,
      'work.nearbyObjects': undefined,
      'work.start': { version },
      'work.sendBack': { version, reason: 'Не наше' },
      'work.ask': { version, question: 'Где?' },
      'work.handOverDanger': { version, acknowledgedBy: 'Дежурный 112' },
      'work.addNote': { text: 'Заметка' },
      'work.addAssignment': { authorityId: 3, task: 'Осмотреть' },
      'answer.saveDraft': { kind: 'final', text: 'Сделали', resolution: 'fixed' },
      'answer.checkDraft': { kind: 'final', text: 'Сделали' },
      'answer.submitDraft': { version, answerVersion: 1 },
    };
    const executors = all.filter(
      ([, { path, access }]) => path.includes(':appealId') && mayDo(access, ['executor']),
    );
    expect(executors.map(([name]) => name).toSorted()).toEqual(Object.keys(bodies).toSorted());
    for (const [name, endpoint] of executors) {
      const input = { params: { appealId }, body: bodies[name] } as never;
      expect([name, refusalOf(await other.call(endpoint, input))]).toEqual([name, 'appeal_not_found']);
    }
    const rows = valueOf(await other.call(queue, { query: { view: 'all' } })).rows;
    expect(rows.map((row) => row.id)).not.toContain(appealId);
    expect(valueOf(await other.call(queueCounts, {}))).toMatchObject({ mine: 0, triage: 0, overdue: 0 });
    const [delivery] = card.deliveries;
    const settle = { params: { deliveryId: delivery?.id ?? '' }, body: { as: 'arrived' } } as never;
    const found = all.find(([name]) => name === 'answer.settleDelivery');
    if (found === undefined) throw new Error('no such endpoint');
    expect(refusalOf(await other.call(found[1], settle))).toBe('not_found');
    const seen = `/api/files/${card.files[0]?.hash ?? ''}`;
    expect((await team.executor.fetch(seen)).status).toBe(200);
    expect((await other.fetch(seen)).status).toBe(404);
    expect((await fetch(`${centre.url}${seen}`)).status).toBe(401);
    expect((await cardOf(team.executor, appealId)).version).toBe(version);
  });
});

test('a session of one region is nobody in another', async () => {
  await makeSmallRegion(centre.app.db, centre.app.seals, { slug: 'drugoy', isDefault: false });
  centre.app.knowledge.forget();
  for (const path of ['/api/session', '/api/appeals', '/api/reference']) {
    expect((await personOf('coordinator').fetch(path)).status).toBe(200);
    expect((await personOf('coordinator').fetch(`/r/drugoy${path}`)).status).toBe(401);
  }
});
