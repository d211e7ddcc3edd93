import { measureFoundPlaces, type PlacedText } from '#flow/understand/evaluation/found-places.ts';
import { placesOfRegister, type RegisteredHouse } from '#flow/understand/evaluation/register-places.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command, type Surroundings, type Typed } from '../command.ts';
import { columnNamed, listed } from '../files/columns.ts';
import type { Say } from '../files/open-text.ts';
import { openTable, type Table } from '../files/table.ts';
import {
  findAddressColumns,
  partOf,
  pointOfRow,
  type AddressColumns,
  type AddressPart,
} from '../region/address-columns.ts';
import { readRegister, reasonsToRefuse, type Refusal } from '../region/read-register.ts';
import { printFigures } from './print-figures.ts';

export const evaluatePlacesCommand: Command = {
  name: 'evaluate places',
  summary: 'measure how well places written in texts are found in a register of addresses',
  takes: [],
  options: {
    register: { type: 'string' },
    test: { type: 'string' },
    text: { type: 'string' },
    lat: { type: 'string' },
    lon: { type: 'string' },
    municipality: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: `otklik evaluate places --register BUILDINGS.csv --test C.csv [--text COL] [--json]

Reads every text of the test, places it by the register and measures how far that is from where it really is.

  --register FILE    houses with their points: CSV with columns address, lat, lon, or street, house, lat, lon (and city or
                     settlement, municipality or district where they are there), by the names registers use, Russian or
                     English; or GeoJSON of buildings with housenumber and street, also by the tags of OpenStreetMap
  --test FILE        CSV, a row each: a text that names an address as people do, and lat and lon of where it really is, in
                     degrees; municipality where it is there. Rows without a point are left out and counted
  --text COL         the column of texts (text, text_variant, variant, query, message, address, текст, адрес …)
  --lat COL  --lon COL  --municipality COL
                     columns of the test, where their names are unusual
  --json             one object: { n, found, medianMeters, p95Meters, withinMunicipality, … }

found               share with a point of a house: its own (foundHouse), or judged by the houses around it where the register
                    lacks it (foundNear)
medianMeters        from the point found to the real one, of those found; p95Meters the same for all but the worst twentieth
withinMunicipality  share placed in the right municipality: the test's own, else that of the registered house nearest to
                    the real point; null where neither file names municipalities
ambiguous           several places fit, a person is asked; offeredRight: the real one is among them

Tables may have commas, semicolons or tabs, be gzipped or not, in UTF-8 or Windows-1251. Needs no database.`,
  run: evaluatePlaces,
};

async function evaluatePlaces(typed: Typed, surroundings: Surroundings): Promise<void> {
  const [register, test] = [required(typed, 'register'), required(typed, 'test')];
  const { say } = surroundings;
  const places = placesOfRegister(await registeredHouses(register, say));
  const { texts, leftOut } = await readTexts(test, typed, say);
  const figures = measureFoundPlaces(texts, places, () => performance.now());
  printFigures({ ...figures, leftOut }, typed, surroundings);
}

async function registeredHouses(file: string, say: Say): Promise<RegisteredHouse[]> {
  const houses: RegisteredHouse[] = [];
  const refused = new Map<Refusal, number>();
  for await (const one of readRegister(file, say)) {
    if ('refused' in one) refused.set(one.refused, (refused.get(one.refused) ?? 0) + 1);
    else {
      const { street, house, area, ...rest } = one.line;
      // Streets and settlements by themselves place no house.
      if (street !== null && house !== null) houses.push({ ...rest, street, house, municipality: area });
    }
  }
  if (houses.length === 0) throw new StartFault(`${file} holds no address of a house that can be read.`);
  if (refused.size > 0)
    say(
      `${file}: left out ${[...refused].map(([why, n]) => `${n} rows (${reasonsToRefuse[why]})`).join(', ')}.`,
    );
  return houses;
}

/** Names of columns that hold the text to be placed; the first that is there is read. */
const textColumns = [
  'text',
  'text_variant',
  'variant',
  'query',
  'written',
  'message',
  'appeal',
  'текст',
  'текст сообщения',
  'текст обращения',
  'сообщение',
  'обращение',
  'запрос',
  'вариант',
  'address_variant',
  'address',
  'адрес',
];

async function readTexts(
  file: string,
  typed: Typed,
  say: Say,
): Promise<{ texts: PlacedText[]; leftOut: number }> {
  const table = await openTable(file, say);
  const { text: column, columns } = testColumns(table, typed);
  const texts: PlacedText[] = [];
  let leftOut = 0;
  for await (const row of table.rows) {
    const point = pointOfRow(row, columns);
    if (point === null) leftOut += 1;
    else texts.push({ text: row[column] ?? '', point, municipality: partOf(row, columns, 'municipality') });
  }
  if (texts.length === 0)
    throw new StartFault(`No row of ${file} says where its text is: lat and lon in degrees are needed.`);
  if (leftOut > 0) say(`${file}: ${leftOut} rows have no point and are left out.`);
  return { texts, leftOut };
}

/** @throws StartFault naming all that is missing, and what is there */
function testColumns(
  table: Table,
  typed: Typed,
): { readonly text: string; readonly columns: AddressColumns } {
  const { file, header } = table;
  const told: Partial<Record<AddressPart | 'text', string>> = {};
  for (const part of ['text', 'lat', 'lon', 'municipality'] as const) {
    const asked = typed.text(part);
    if (asked !== undefined) told[part] = columnNamed(table, asked, part);
  }
  const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_]+/g, ' ');
  const text =
    told.text ??
    textColumns
      .map((known) => header.find((name) => bare(name) === bare(known)))
      .find((name) => name !== undefined);
  const columns: AddressColumns = { ...findAddressColumns(header), ...told };
  const missing = (['lat', 'lon'] as const).filter((part) => columns[part] === undefined);
  if (text !== undefined && missing.length === 0) return { text, columns };
  throw new StartFault(
    `${file} lacks the columns ${[...(text === undefined ? ['of texts (--text)'] : []), ...missing].join(', ')}; it has ${listed(header)}.`,
  );
}
