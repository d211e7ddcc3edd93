import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { hashPassword } from '#centre/acts/sign-in.ts';
import { addPeople, findByLogin, type Grant } from '#centre/queries/people.ts';
import { authoritiesOf, municipalitiesOf } from '#centre/queries/reference.ts';
import { roles, type Role } from '#kernel/role.ts';
import { audit } from '#store/audit.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from './command.ts';
import { findRegion } from './find-region.ts';
import { askSecret } from './ask-secret.ts';
import { pickRow } from './pick-row.ts';

const SHORTEST_PASSWORD = 10;

export const addPersonCommand: Command = {
  name: 'person add',
  summary: 'give a member of staff an account',
  takes: [],
  options: {
    region: { type: 'string' },
    login: { type: 'string' },
    name: { type: 'string' },
    position: { type: 'string' },
    role: { type: 'string' },
    municipality: { type: 'string' },
    authority: { type: 'string' },
  },
  help: `otklik person add --region NAME --login LOGIN --name "Имя Фамилия" --role ROLE [--municipality M] [--authority A]

Gives a person an account. The password is asked for; piped in, it is the first line; left empty, one is made up and
printed once.

  --region NAME       address or name of the region
  --login LOGIN       what the person signs in with
  --name NAME         as colleagues see it
  --position TEXT     as it stands under the name
  --role ROLE         ${roles.slice(0, 6).join(', ')},
                      ${roles.slice(6).join(', ')}
  --municipality M    the person sees this municipality only: its name or number
  --authority A       the person sees this body's cases only: its name or number; an executor needs one`,
  run: addPerson,
};

async function addPerson(typed: Typed, surroundings: Surroundings): Promise<void> {
  const login = required(typed, 'login').toLowerCase();
  const name = required(typed, 'name');
  const role = roleOf(required(typed, 'role'));
  const meant = required(typed, 'region');
  if (role === 'executor' && typed.text('authority') === undefined)
    throw new StartFault('An executor works for a body: name it with --authority.');
  const password = await choosePassword(surroundings);
  await inHouse(surroundings, async ({ db }) => {
    const region = await findRegion(db, meant);
    const passwordHash = await hashPassword(password.text);
    await withScope(db, wholeRegion(region.id), async (tx) => {
      if ((await findByLogin(tx, region.id, login)) !== undefined)
        throw new StartFault(`Somebody signs in as "${login}" already: choose another --login.`);
      const at = surroundings.now();
      const id = newId(at);
      const grant = { id: newId(at), ...(await grantOf(tx, region.id, role, typed)) };
      const position = typed.text('position') ?? null;
      await addPeople(tx, region.id, [{ id, login, name, position, passwordHash, grants: [grant] }], at);
      await audit(tx, region.id, [
        { at, actor: null, action: 'person_added', subjectKind: 'staff', subjectId: id, details: { role } },
      ]);
    });
    surroundings.out(`${name} may sign in to ${region.name} as "${login}", role ${role}.`);
    if (password.isMadeUp) surroundings.out(`The password, shown only now: ${password.text}`);
  });
}

function roleOf(written: string): Role {
  const role = roles.find((one) => one === written);
  if (role !== undefined) return role;
  throw new StartFault(`There is no role "${written}": there are ${roles.join(', ')}.`);
}

async function grantOf(tx: Writer, regionId: number, role: Role, typed: Typed): Promise<Grant> {
  const municipality = typed.text('municipality');
  const authority = typed.text('authority');
  return {
    role,
    municipalityId:
      municipality === undefined
        ? null
        : pickRow('municipality', municipality, await municipalitiesOf(tx, regionId)),
    authorityId:
      authority === undefined
        ? null
        : pickRow(
            'authority',
            authority,
            (await authoritiesOf(tx, regionId)).flatMap((body) => [
              { id: body.id, name: body.name },
              { id: body.id, name: body.short_name },
            ]),
          ),
    sectors: [],
  };
}

async function choosePassword({
  stdin,
  draw,
}: Surroundings): Promise<{ readonly text: string; readonly isMadeUp: boolean }> {
  const given = stdin.isTTY ? await askSecret(stdin, draw) : await firstLine(stdin);
  if (given === '') return { text: randomBytes(12).toString('base64url'), isMadeUp: true };
  if (given.length >= SHORTEST_PASSWORD) return { text: given, isMadeUp: false };
  throw new StartFault(`The password must have ${SHORTEST_PASSWORD} characters or more.`);
}

async function firstLine(stdin: NodeJS.ReadStream): Promise<string> {
  for await (const line of createInterface({ input: stdin })) return line.trim();
  return '';
}
