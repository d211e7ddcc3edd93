import type { Imported } from '#centre/acts/import-assets.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import { StartFault } from '#store/start-fault.ts';
import type { ReadObject, RefusedAs } from './read-objects.ts';

export type Refusal = RefusedAs | 'outside' | 'repeated';

/** Rows named of each reason. */
const NAMED_ROWS = 5;
/** Owners named that the region has not. */
const NAMED_OWNERS = 20;

/** Counts what becomes of the rows of a file: nothing is lost without being told. */
export class ImportCount {
  rows = 0;
  removed = 0;
  swapped = 0;
  /** Rows that cannot be used and do not say which object they are. */
  unnamedRows = 0;
  outcome: Imported = { added: 0, changed: 0, same: 0 };
  withOwner = 0;
  withoutOwner = 0;
  readonly kinds = new Map<AssetKind, number>();
  readonly refused = new Map<Refusal, { rows: number[]; n: number }>();
  readonly unknownOwners = new Map<string, number>();
  readonly #named = new Set<string>();
  /** Named in rows that cannot be used; of whatever kind where the row does not say it. */
  readonly #refusedIds = new Set<string>();

  readonly isNamed = (kind: AssetKind, externalId: string): boolean =>
    this.#named.has(`${kind} ${externalId}`);

  /** Whether the file names the object, be it in a row that cannot be used. */
  readonly isMentioned = (kind: AssetKind, externalId: string): boolean =>
    this.isNamed(kind, externalId) ||
    this.#refusedIds.has(`${kind} ${externalId}`) ||
    this.#refusedIds.has(` ${externalId}`);

  /** What a row names that cannot be used; `null` where it does not say it. */
  mention(kind: AssetKind | null, externalId: string | null): void {
    if (externalId === null) this.unnamedRows += 1;
    else this.#refusedIds.add(`${kind ?? ''} ${externalId}`);
  }

  refuse(row: number, why: Refusal): null {
    const counted = this.refused.get(why) ?? { rows: [], n: 0 };
    counted.n += 1;
    if (counted.rows.length < NAMED_ROWS) counted.rows.push(row);
    this.refused.set(why, counted);
    return null;
  }

  take(object: ReadObject, ownerId: number | null): void {
    this.#named.add(`${object.kind} ${object.externalId}`);
    this.kinds.set(object.kind, (this.kinds.get(object.kind) ?? 0) + 1);
    if (ownerId !== null) {
      this.withOwner += 1;
      return;
    }
    this.withoutOwner += 1;
    const written = object.owners.at(-1);
    if (written !== undefined) this.unknownOwners.set(written, (this.unknownOwners.get(written) ?? 0) + 1);
  }

  imported({ added, changed, same }: Imported): void {
    this.outcome = {
      added: this.outcome.added + added,
      changed: this.outcome.changed + changed,
      same: this.outcome.same + same,
    };
  }

  /** @throws StartFault where nearly every row is refused for one reason that has one cure */
  checkSense(file: string): void {
    if (this.swapped > this.rows / 2)
      throw new StartFault(
        `${file} has latitude and longitude swapped: most points fall into the region the other way round.`,
      );
    if ((this.refused.get('coordinates_impossible')?.n ?? 0) > this.rows / 2)
      throw new StartFault(`${file} is not in degrees: convert it to WGS 84 (EPSG:4326).`);
    if ((this.refused.get('unknown_kind')?.n ?? 0) === this.rows)
      throw new StartFault(`${file} does not say of what kind its objects are: give --kind or --preset osm.`);
  }
}

const why: Readonly<Record<Refusal, string>> = {
  broken: 'not a feature',
  unknown_kind: 'of a kind that is not known',
  not_an_object: 'tags tell of no object',
  no_geometry: 'no place',
  unknown_geometry: 'a geometry that is no point, line or area',
  coordinates_impossible: 'impossible coordinates',
  too_many_points: 'too many points for one object',
  too_large: 'too large for one object',
  outside: 'outside the region',
  repeated: 'the same id again',
};

/** What is told of an import: for a script and for a person. */
export function importFigures(
  count: ImportCount,
  about: {
    readonly region: string;
    readonly file: string;
    readonly seconds: number;
    readonly isDry: boolean;
    readonly isComplete: boolean;
  },
): { readonly json: Readonly<Record<string, unknown>>; readonly lines: readonly string[] } {
  const owners = [...count.unknownOwners].toSorted(([, one], [, other]) => other - one);
  const { added, changed, same } = count.outcome;
  const json = {
    region: about.region,
    file: about.file,
    dryRun: about.isDry,
    rows: count.rows,
    added,
    changed,
    same,
    removed: count.removed,
    unnamedRows: count.unnamedRows,
    byKind: Object.fromEntries(count.kinds),
    refused: Object.fromEntries([...count.refused].map(([reason, { n }]) => [reason, n])),
    withOwner: count.withOwner,
    withoutOwner: count.withoutOwner,
    unknownOwners: Object.fromEntries(owners),
    seconds: about.seconds,
  };
  const lines = [
    `${about.region}: ${count.rows} rows, ${added} objects added, ${changed} changed, ${same} as they were, ${count.removed} taken off${about.isDry ? ' — a dry run, nothing was written' : ''} (${about.seconds} s).`,
    ...(about.isComplete && count.unnamedRows > 0
      ? [
          `Nothing was taken off: ${count.unnamedRows} rows that cannot be used do not say which objects they are.`,
        ]
      : []),
    ...[...count.kinds].map(([kind, n]) => `  ${kind}: ${n}`),
    `Owner known: ${count.withOwner}, not known: ${count.withoutOwner}.`,
    ...owners.slice(0, NAMED_OWNERS).map(([name, n]) => `  no such body in the region: ${name} (${n})`),
    ...(owners.length > NAMED_OWNERS ? [`  and ${owners.length - NAMED_OWNERS} more; all with --json`] : []),
    ...[...count.refused].map(
      ([reason, { n, rows }]) =>
        `Left out, ${why[reason]}: ${n} (rows ${rows.join(', ')}${n > rows.length ? ', …' : ''}).`,
    ),
  ];
  return { json, lines };
}
