import type { OwnedAddress } from '#centre/queries/address-owners.ts';
import { setAddressOwners } from '#centre/queries/address-owners.ts';
import { lockImport } from '#centre/queries/import-lock.ts';
import { authoritiesOf } from '#centre/queries/reference.ts';
import { audit } from '#store/audit.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from '../command.ts';
import { openTable, type Row } from '../files/table.ts';
import { findRegion } from '../find-region.ts';
import {
  findAddressColumns,
  partOf,
  settlementOf,
  streetOf,
  type AddressColumns,
} from '../region/address-columns.ts';
import { addressBook, type Addressed, type NotFound, type WrittenAddress } from './address-book.ts';
import { findObjectColumns, partOf as objectPart, type ObjectColumns } from './object-columns.ts';
import { ownerFinder } from './owner-names.ts';

export const assignOwnersCommand: Command = {
  name: 'objects assign',
  summary: 'say who manages the houses or keeps the streets',
  takes: ['FILE'],
  options: {
    region: { type: 'string' },
    to: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: `otklik objects assign FILE.csv --region NAME --to houses|streets

Says which company manages each house, or which body keeps each street. From then on a problem there is theirs before any
rule of the register. The same file again changes nothing; rows that cannot be used are counted with their reasons.

  FILE           CSV with a column address, or street and house (settlement beside them where streets share a name),
                 and a column of the body: manager, owner, управляющая компания, балансодержатель …; .gz is fine
  --region NAME  address or name of the region
  --to WHAT      houses: who manages them; streets: who keeps them
  --dry-run      tell what would change and change nothing
  --json         print the figures as one JSON object`,
  run: assignOwners,
};

type Refusal = NotFound | 'no_owner' | 'unknown_owner';

interface AssignCount {
  rows: number;
  readonly changed: Map<number, number>;
  same: number;
  readonly refused: Map<Refusal, { n: number; rows: number[] }>;
  readonly unknownOwners: Map<string, number>;
}

async function assignOwners(typed: Typed, surroundings: Surroundings): Promise<void> {
  const file = typed.positionals[0];
  if (file === undefined)
    throw new StartFault('Name the file: otklik objects assign FILE.csv --region … --to houses');
  const of = required(typed, 'to');
  if (of !== 'houses' && of !== 'streets')
    throw new StartFault(`--to must be houses or streets, not "${of}".`);
  const meant = required(typed, 'region');
  const isDry = typed.isOn('dry-run');
  await inHouse(surroundings, async ({ db }) => {
    const region = await findRegion(db, meant);
    const { count } = await withScope(db, wholeRegion(region.id), async (tx) => ({
      ok: !isDry,
      count: await takeIn(tx, region.id, of, file, surroundings),
    }));
    const figures = {
      region: region.slug,
      file,
      dryRun: isDry,
      rows: count.rows,
      changed: count.changed.size,
      same: count.same,
      refused: Object.fromEntries([...count.refused].map(([why, { n }]) => [why, n])),
      unknownOwners: Object.fromEntries(
        [...count.unknownOwners].toSorted(([, one], [, other]) => other - one),
      ),
    };
    if (typed.isOn('json')) return surroundings.out(JSON.stringify(figures));
    for (const line of linesOf(count, of, isDry)) surroundings.out(line);
  });
}

const why: Readonly<Record<Refusal, string>> = {
  no_address: 'no address',
  no_street: 'no such street in the region',
  no_house: 'no such house on the street',
  several: 'the address fits several',
  no_owner: 'no body is named',
  unknown_owner: 'the region has no such body',
};

function linesOf(count: AssignCount, of: OwnedAddress, isDry: boolean): string[] {
  return [
    `${count.rows} rows: ${count.changed.size} ${of} changed hands, ${count.same} as they were${isDry ? ' — a dry run, nothing was written' : ''}.`,
    ...[...count.refused].map(
      ([reason, { n, rows }]) => `Left out, ${why[reason]}: ${n} (rows ${rows.join(', ')}).`,
    ),
    ...[...count.unknownOwners].map(([name, n]) => `  no such body: ${name} (${n})`),
  ];
}

async function takeIn(
  tx: Writer,
  regionId: number,
  of: OwnedAddress,
  file: string,
  { now, say }: Surroundings,
): Promise<AssignCount> {
  await lockImport(tx, regionId, 'objects');
  const find = await addressBook(tx, regionId, of);
  const bodies = await authoritiesOf(tx, regionId);
  const ownerOf = ownerFinder(
    bodies.map(({ id, name, short_name }) => ({ id, name, shortName: short_name })),
    new Map(),
  );
  const count: AssignCount = {
    rows: 0,
    changed: new Map(),
    same: 0,
    refused: new Map(),
    unknownOwners: new Map(),
  };
  const { header, rows } = await openTable(file, say);
  const columns = columnsOf(header, file);
  for await (const row of rows) {
    count.rows += 1;
    takeRow(row, columns, find, ownerOf, count);
  }
  await setAddressOwners(
    tx,
    regionId,
    of,
    [...count.changed].map(([id, ownerId]) => ({ id, ownerId })),
  );
  await audit(tx, regionId, [
    {
      at: now(),
      actor: null,
      action: 'owners_assigned',
      subjectKind: of,
      subjectId: String(regionId),
      details: { rows: count.rows, changed: count.changed.size },
    },
  ]);
  return count;
}

type Columns = { readonly address: AddressColumns; readonly owner: ObjectColumns };

function takeRow(
  row: Row,
  columns: Columns,
  find: (written: WrittenAddress) => Addressed | NotFound,
  ownerOf: (written: string) => number | null,
  count: AssignCount,
): void {
  const owners = (['inn', 'ogrn', 'owner'] as const).flatMap(
    (part) => objectPart(row, columns.owner, part) ?? [],
  );
  const name = owners.at(-1);
  if (name === undefined) return refuse(count, 'no_owner');
  const ownerId = owners.map(ownerOf).find((id) => id !== null) ?? null;
  if (ownerId === null) {
    count.unknownOwners.set(name, (count.unknownOwners.get(name) ?? 0) + 1);
    return refuse(count, 'unknown_owner');
  }
  const found = find({
    address: partOf(row, columns.address, 'address'),
    settlement: settlementOf(row, columns.address),
    street: streetOf(row, columns.address),
    house: houseOf(row, columns.address),
  });
  if (typeof found === 'string') return refuse(count, found);
  if (found.ownerId === ownerId && !count.changed.has(found.id)) count.same += 1;
  else count.changed.set(found.id, ownerId);
}

/** The number with its corpus and letter, which registers keep in columns of their own. */
function houseOf(row: Readonly<Record<string, string>>, columns: AddressColumns): string | null {
  const house = partOf(row, columns, 'house');
  if (house === null) return null;
  const details = (['corpus', 'building', 'litera'] as const).flatMap((part) => {
    const value = partOf(row, columns, part);
    return value === null ? [] : [`${words[part]} ${value}`];
  });
  return [house, ...details].join(', ');
}

const words = { corpus: 'корпус', building: 'строение', litera: 'литера' } as const;

function columnsOf(header: readonly string[], file: string): Columns {
  const address = findAddressColumns(header);
  const owner = findObjectColumns(header, {});
  if (address.address === undefined && address.street === undefined)
    throw new StartFault(
      `${file} has no column of addresses: address, or street and house; it has ${header.join(', ')}.`,
    );
  if (owner.owner === undefined && owner.inn === undefined && owner.ogrn === undefined)
    throw new StartFault(
      `${file} does not say whose they are: it needs a column owner or manager; it has ${header.join(', ')}.`,
    );
  return { address, owner };
}

function refuse(count: AssignCount, reason: Refusal): void {
  const counted = count.refused.get(reason) ?? { n: 0, rows: [] };
  counted.n += 1;
  if (counted.rows.length < 5) counted.rows.push(count.rows);
  count.refused.set(reason, counted);
}
