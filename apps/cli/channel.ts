import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addChannels, changeChannelSettings } from '#centre/acts/add-channels.ts';
import { accountsOf } from '#centre/queries/reference.ts';
import type { Connector } from '#channels/connector.ts';
import { connectors } from '#channels/index.ts';
import { addressOf, readConfig } from '#house/config.ts';
import { audit } from '#store/audit.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, wholeNumber, type Command, type Surroundings, type Typed } from './command.ts';
import { findRegion } from './find-region.ts';

const networks = Object.values(connectors)
  .filter(({ traits }) => traits.comesBy === 'network')
  .map(({ channel }) => channel);

export const connectChannelCommand: Command = {
  name: 'channel connect',
  summary: 'connect a community, a mailbox, or change its settings',
  takes: ['CHANNEL'],
  options: {
    region: { type: 'string' },
    settings: { type: 'string' },
    name: { type: 'string' },
    account: { type: 'string' },
  },
  help: `otklik channel connect CHANNEL --region NAME --settings FILE.json [--name "Title"] [--account N]

Connects an account of a network to a region and prints the address the network must call, where it calls us. Settings are
checked, then kept encrypted: take the file away afterwards. What stands in the file: channels/CHANNEL/README.md.

  CHANNEL          ${networks.join(' or ')}
  --region NAME    address or name of the region
  --settings FILE  JSON with the settings
  --name TITLE     as people of the centre call it
  --account N      replace the settings of the account N instead of connecting a new one (otklik channels lists them)

A running server sees a change in five minutes; a mailbox is read from the next start of its worker.`,
  run: connect,
};

export const channelsCommand: Command = {
  name: 'channels',
  summary: 'list the channels of a region and where they call us',
  takes: [],
  options: { region: { type: 'string' } },
  help: `otklik channels --region NAME

Lists the channels of a region: number, channel, title, and the address of ours for those that call us.`,
  run: async (typed, surroundings) => {
    const meant = required(typed, 'region');
    await inHouse(surroundings, async ({ db }) => {
      const region = await findRegion(db, meant);
      const rows = await withScope(db, wholeRegion(region.id), (tx) => accountsOf(tx, region.id));
      for (const row of rows) {
        const state = row.is_enabled ? '' : ' (off)';
        const called = calledAt(surroundings, connectors[row.channel], row.key);
        surroundings.out(
          `${row.id}  ${row.channel}  ${row.name}${state}${called === null ? '' : `  ${called}`}`,
        );
      }
    });
  },
};

async function connect(typed: Typed, surroundings: Surroundings): Promise<void> {
  const connector = networkOf(typed.positionals[0]);
  const meant = required(typed, 'region');
  const settings = readSettings(connector, required(typed, 'settings'));
  const account = wholeNumber(typed, 'account', 1, null);
  await inHouse(surroundings, async ({ db }, seals) => {
    const region = await findRegion(db, meant);
    const connected = await withScope(db, wholeRegion(region.id), async (tx) => {
      const rows = await accountsOf(tx, region.id);
      const known = rows.find((row) => row.id === account);
      if (account !== null && known?.channel !== connector.channel)
        throw new StartFault(
          `${region.name} has no account ${account} of ${connector.channel}: see otklik channels.`,
        );
      const id = known?.id ?? Math.max(0, ...rows.map((row) => row.id)) + 1;
      const key = known?.key ?? randomBytes(18).toString('base64url');
      const name = typed.text('name') ?? known?.name ?? connector.channel;
      if (known !== undefined) await changeChannelSettings(tx, region.id, id, settings, seals);
      else await addChannels(tx, region.id, [{ id, channel: connector.channel, name, key, settings }], seals);
      const action = known === undefined ? 'channel_connected' : 'channel_changed';
      await audit(tx, region.id, [
        {
          at: surroundings.now(),
          actor: null,
          action,
          subjectKind: 'channel',
          subjectId: String(id),
          details: {},
        },
      ]);
      return { id, key, name };
    });
    surroundings.out(`${connected.name} is account ${connected.id} of ${region.name}.`);
    const called = calledAt(surroundings, connector, connected.key);
    if (called !== null) surroundings.out(`The network must call ${called}`);
  });
}

function networkOf(channel: string | undefined): Connector<unknown> {
  const found = channel !== undefined && networks.includes(channel) ? connectors[channel] : undefined;
  if (found !== undefined) return found;
  throw new StartFault(`Name a channel that can be connected: ${networks.join(' or ')}.`);
}

function readSettings(connector: Connector<unknown>, file: string): unknown {
  const parsed = connector.settings.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || file}: ${message}`);
  throw new StartFault(`The settings are wrong:\n${faults.join('\n')}`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    throw new StartFault(`${file} cannot be read as JSON.`);
  }
}

/** Where a network reaches this account; `null` for one that we ask instead. */
function calledAt(
  { env }: Surroundings,
  connector: Connector<unknown> | undefined,
  key: string,
): string | null {
  if (connector?.verify === undefined) return null;
  const { publicUrl, host, port } = readConfig(env);
  return `${publicUrl ?? addressOf(host, port)}/channels/${key}`;
}
