import { authorityKindOf } from '#centre/rules/authority-kind.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from '../command.ts';
import { listed } from '../files/columns.ts';
import type { Say } from '../files/open-text.ts';
import { openTable, type Row } from '../files/table.ts';
import { findRegion } from '../find-region.ts';
import { findBodyColumns, type BodyColumns, type BodyPart } from './body-columns.ts';
import { reasonsToRefuse, takeBodies, type BodyCount, type WrittenBody } from './take-bodies.ts';

export const importBodiesCommand: Command = {
  name: 'body import',
  summary: 'add the organisations of a table',
  takes: ['FILE'],
  options: {
    region: { type: 'string' },
    kind: { type: 'string' },
    municipality: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: `otklik body import FILE.csv --region NAME [--kind KIND] [--municipality M] [--dry-run] [--json]

Adds organisations, one a row. Those there already, by their whole name or by a name without its form (Уют for ООО «Уют»), are
left as they are: the same file again changes nothing. Rows that cannot be used are told with their reasons.

  FILE               CSV with a column name (наименование, организация …); short, kind, municipality and contact where they
                     are known, in Russian or English; a kind is its code or its Russian name (управляющая компания).
                     A register of houses or objects gives those of its column manager or owner (балансодержатель …)
  --region NAME      address or name of the region
  --kind KIND        of the rows that do not say it (otklik body add --help lists the kinds)
  --municipality M   of the rows that do not say it; the whole region where nothing says it
  --dry-run          tell what would change and change nothing
  --json             print the figures as one JSON object`,
  run: importBodies,
};

async function importBodies(typed: Typed, surroundings: Surroundings): Promise<void> {
  const file = typed.positionals[0];
  if (file === undefined)
    throw new StartFault('Name the file: otklik body import FILE.csv --region … --kind …');
  const meant = required(typed, 'region');
  const kind = typed.text('kind') ?? '';
  if (kind !== '' && authorityKindOf(kind) === null)
    throw new StartFault(`There is no kind "${kind}": otklik body add --help lists the kinds.`);
  const usual = { kind, municipality: typed.text('municipality') ?? '' };
  const written = await readBodies(file, usual, surroundings.say);
  const isDry = typed.isOn('dry-run');
  await inHouse(surroundings, async ({ db }) => {
    const region = await findRegion(db, meant);
    const count = await takeBodies(db, region.id, written, { at: surroundings.now(), isDry });
    if (!typed.isOn('json')) for (const line of linesOf(count, isDry)) surroundings.out(line);
    else
      surroundings.out(
        JSON.stringify({
          region: region.slug,
          file,
          dryRun: isDry,
          rows: count.rows,
          added: count.added.length,
          known: count.known,
          refused: Object.fromEntries([...count.refused].map(([why, rows]) => [why, rows.length])),
        }),
      );
  });
}

async function readBodies(
  file: string,
  usual: Pick<WrittenBody, 'kind' | 'municipality'>,
  say: Say,
): Promise<WrittenBody[]> {
  const { header, rows } = await openTable(file, say);
  const columns = findBodyColumns(header);
  if (columns.name === undefined)
    throw new StartFault(`${file} has no column name; it has ${listed(header)}.`);
  const written: WrittenBody[] = [];
  for await (const row of rows) {
    const part = partsOf(row, columns);
    written.push({
      row: written.length + 1,
      name: part('name'),
      short: part('short'),
      kind: part('kind') || usual.kind,
      municipality: part('municipality') || usual.municipality,
      contact: part('contact'),
    });
  }
  return written;
}

const partsOf =
  (row: Row, columns: BodyColumns) =>
  (part: BodyPart): string => {
    const column = columns[part];
    return column === undefined ? '' : (row[column] ?? '').trim();
  };

const linesOf = ({ rows, added, known, refused }: BodyCount, isDry: boolean): string[] => [
  `${rows} rows: ${added.length} organisations added, ${known} there already${isDry ? ' — a dry run, nothing was written' : ''}.`,
  ...[...refused].map(
    ([why, places]) =>
      `Left out, ${reasonsToRefuse[why]}: ${places.length} (rows ${places.slice(0, 5).join(', ')}).`,
  ),
];
