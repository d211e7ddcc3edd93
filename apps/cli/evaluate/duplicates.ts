import { measureSearch, type SoughtAppeal } from '#flow/understand/evaluation/duplicate-search.ts';
import { shippedModel } from '#flow/understand/acts/region-model.ts';
import { appealTrace } from '#flow/understand/rules/duplicates-archive.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command } from '../command.ts';
import { momentsOf } from '../files/moment-column.ts';
import type { Say } from '../files/open-text.ts';
import { openTable, type Table } from '../files/table.ts';
import {
  appealColumns,
  cell,
  idCell,
  readPairs,
  readPoint,
  type AppealColumns,
} from './duplicates-columns.ts';
import { printFigures } from './print-figures.ts';

const help = `otklik evaluate duplicates --appeals A.csv --pairs P.csv [--json]

How well messages about one problem find each other, on anyone's data. Each pair of P names two messages of A that are about
one problem. The later one is looked for among all earlier ones (among all others, where A says no time): is its partner
among the first five proposals?

  --appeals   a table of messages, a row each: id and text; time, lat, lon, address, topic where they are known. Columns are
              known by their usual names, Russian or English; of two rows with one id the first counts
  --pairs     a table of pairs of ids, by its columns a and b (id1 and id2, left and right, …) or by the two that hold ids
              of A; a column "same" with 0 marks pairs that are different problems
  --id, --text, --time, --lat, --lon, --address, --topic
              the names of the columns of A where they are not the usual ones; "none": do not look at it
  --json      one JSON object

Prints: n (pairs), recallAt1, recallAt5, recallAt10, mrr (mean of one over the place of the partner), p95Ms (one search),
and of whatever would be joined with no person asked, or offered to a person, the share that P says is one problem.
unknownPairs have an id that A lacks; where fewer than half of the moments are known, isTimed is false.

Tables may have commas, semicolons or tabs, be gzipped or not, in UTF-8 or Windows-1251. Needs no database.`;

/** `otklik evaluate duplicates`: messages about one problem, on anyone's data. */
export const evaluateDuplicatesCommand: Command = {
  name: 'evaluate duplicates',
  summary: 'measure how well messages about one problem find each other',
  help,
  takes: [],
  options: {
    appeals: { type: 'string' },
    pairs: { type: 'string' },
    id: { type: 'string' },
    text: { type: 'string' },
    time: { type: 'string' },
    lat: { type: 'string' },
    lon: { type: 'string' },
    address: { type: 'string' },
    topic: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (typed, surroundings) => {
    const { say } = surroundings;
    const table = await openTable(required(typed, 'appeals'), say);
    const columns = appealColumns(table, typed);
    const pairsTable = await openTable(required(typed, 'pairs'), say);
    const appeals = await readAppeals(table, columns, say);
    const pairs = await readPairs(pairsTable, new Set(appeals.map(({ id }) => id)), say);
    const figures = measureSearch(appeals, pairs, () => performance.now());
    if (pairs.every(({ isSame }) => !isSame))
      throw new StartFault('No pair of the table is said to be one problem: there is nothing to find.');
    if (figures.n === 0)
      throw new StartFault(
        `No pair names two messages of the table: ${figures.unknownPairs} pairs have an id that is not in the column "${columns.id ?? ''}".`,
      );
    if (figures.repeatedIds > 0)
      say(`${table.file}: ${figures.repeatedIds} rows have the id of an earlier one and are left out.`);
    if (!figures.isTimed)
      say('Moments are not known: messages are sought among all others, not among earlier ones.');
    printFigures({ ...figures, columns }, typed, surroundings);
  },
};

async function readAppeals(table: Table, columns: AppealColumns, say: Say): Promise<SoughtAppeal[]> {
  const model = await shippedModel();
  const appeals: SoughtAppeal[] = [];
  const times: string[] = [];
  let nameless = 0;
  for await (const row of table.rows) {
    const id = idCell(row, columns.id);
    if (id === '') {
      nameless += 1;
      continue;
    }
    const trace = appealTrace(
      {
        text: cell(row, columns.text),
        address: cell(row, columns.address),
        label: cell(row, columns.topic) || null,
        point: readPoint(cell(row, columns.lat), cell(row, columns.lon)),
        at: null,
      },
      model,
    );
    appeals.push({ id, trace, isTimed: false });
    times.push(cell(row, columns.time));
  }
  if (nameless > 0)
    say(`${table.file}: ${nameless} rows have nothing in "${columns.id ?? ''}" and are left out.`);
  if (columns.time === null || times.every((time) => time === '')) return appeals;
  const moments = momentsOf(times, { file: table.file, column: columns.time, option: 'time' }, say);
  return appeals.map((appeal, i) => {
    const at = moments[i] ?? null;
    return at === null ? appeal : { ...appeal, trace: { ...appeal.trace, at }, isTimed: true };
  });
}
