import { z } from 'zod';
import { permissionNames } from '#centre/rules/access.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, none, role } from './shapes.ts';

const permission = z.enum(permissionNames);

/** Who is signed in, where, and what they may do. */
export const me = z.object({
  id,
  name: z.string(),
  position: z.string().nullable(),
  roles: z.array(role),
  permissions: z.array(permission),
  /** Names of the municipalities or bodies a person is limited to; empty: the whole region. */
  scope: z.array(z.string()),
  region: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
  csrfToken: z.string(),
  isDemo: z.boolean(),
});

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: 'Sign in; the session cookie is httpOnly',
  access: 'session.open',
  params: none,
  query: none,
  body: z.strictObject({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
  success: me,
  failures: ['wrong_credentials', 'region_not_found'],
});

export const whoAmI = endpoint({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in',
  access: 'session.own',
  params: none,
  query: none,
  body: none,
  success: me,
  failures: [],
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out',
  access: 'session.own',
  params: none,
  query: none,
  body: none,
  success: none,
  failures: [],
});

/** Accounts to try the demo with; an empty list outside demo mode. */
export const demoAccounts = endpoint({
  method: 'GET',
  path: '/demo/accounts',
  summary: 'Demo accounts, in demo mode only',
  access: 'session.open',
  params: none,
  query: none,
  body: none,
  success: z.object({
    accounts: z.array(
      z.object({ login: z.string(), password: z.string(), name: z.string(), position: z.string(), role }),
    ),
  }),
  failures: [],
});

const named = z.object({ ru: z.string(), en: z.string() });

/** What lists and forms of the console are built from; changes rarely. */
export const reference = endpoint({
  method: 'GET',
  path: '/reference',
  summary: 'Topics, municipalities, authorities and executors of the region',
  access: 'reference.read',
  params: none,
  query: none,
  body: none,
  success: z.object({
    sectors: z.array(
      z.object({
        code: z.string(),
        name: named,
        topics: z.array(
          z.object({
            code: z.string(),
            name: named,
            belongs: z.string(),
            doesNotBelong: z.string(),
            doNotConfuseWith: z.array(z.string()),
          }),
        ),
      }),
    ),
    municipalities: z.array(z.object({ id: z.int(), name: z.string() })),
    authorities: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        shortName: z.string(),
        kind: z.string(),
        municipalityId: z.int().nullable(),
        executors: z.array(z.object({ id: z.int(), name: z.string() })),
      }),
    ),
    channels: z.array(z.object({ code: z.string(), maxAnswerLength: z.int() })),
  }),
  failures: [],
});

/** Things an administrator should know today: provisional calendars, channels that do not work, inputs nobody understood. */
export const notices = endpoint({
  method: 'GET',
  path: '/notices',
  summary: 'What needs an administrator',
  access: 'channels.read',
  params: none,
  query: none,
  body: none,
  success: z.object({
    notices: z.array(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('calendar_provisional'), year: z.int() }),
        z.object({ code: z.literal('calendar_missing'), year: z.int() }),
        z.object({ code: z.literal('channel_misconfigured'), account: z.string(), detail: z.string() }),
        z.object({ code: z.literal('inputs_not_understood'), count: z.int() }),
        z.object({ code: z.literal('deliveries_waiting'), count: z.int() }),
      ]),
    ),
    channels: z.array(
      z.object({
        key: z.string(),
        channel: z.string(),
        name: z.string(),
        isEnabled: z.boolean(),
        lastMessageAt: instant.nullable(),
      }),
    ),
  }),
  failures: [],
});

/** Raw inputs kept for an administrator; each look is audited. */
export const rawPayloads = endpoint({
  method: 'GET',
  path: '/raw-payloads',
  summary: 'Inputs that no connector understood',
  access: 'raw.read',
  params: none,
  query: none,
  body: none,
  success: z.object({
    rows: z.array(
      z.object({
        id,
        account: z.string(),
        receivedAt: instant,
        detail: z.string().nullable(),
        expiresAt: instant,
      }),
    ),
  }),
  failures: [],
});

export const rawPayload = endpoint({
  method: 'POST',
  path: '/raw-payloads/:payloadId/look',
  summary: 'The raw input itself; the look and its reason are written to the audit log',
  access: 'raw.read',
  params: z.strictObject({ payloadId: id }),
  query: none,
  body: z.strictObject({ reason: z.string().min(3).max(500) }),
  success: z.object({ text: z.string() }),
  failures: ['not_found'],
});
