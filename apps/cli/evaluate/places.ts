import { measureFoundPlaces, type PlacedText } from '#flow/understand/evaluation/found-places.ts';
import { placesOfRegister, type RegisteredHouse } from '#flow/understand/evaluation/register-places.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command, type Surroundings, type Typed } from '../command.ts';
import {
  addressOfRow,
  findAddressColumns,
  missingColumns,
  partOf,
  pointOfRow,
  type AddressColumns,
  type AddressPart,
} from '../region/address-columns.ts';
import { printFigures } from './print-figures.ts';
import { readTable, type Row } from './table.ts';

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

  --register FILE    CSV of houses: address, lat, lon, or street, house, lat, lon; municipality where it is there.
                     Columns are known by the names registers use, Russian or English
  --test FILE        CSV with a text (or an address as people write it), lat and lon; municipality where it is there
  --text COL         the column of texts (text, text_variant, variant, query, address, адрес …)
  --lat COL  --lon COL  --municipality COL
                     columns of the test, where their names are unusual
  --json             one JSON object

found               a point of a house: its own (foundHouse), or judged by the houses around it where the register
                    lacks it (foundNear)
medianMeters        from the point found to the real one; p95Meters the same for all but the worst twentieth
withinMunicipality  share placed in the right municipality
ambiguous           several places fit, a person is asked; offeredRight: the real one is among them

.gz is fine.`,
  run: evaluatePlaces,
};

async function evaluatePlaces(typed: Typed, surroundings: Surroundings): Promise<void> {
  const [register, test] = [required(typed, 'register'), required(typed, 'test')];
  const places = placesOfRegister(await readRegister(register));
  const { texts, leftOut } = await readTexts(test, typed);
  const figures = measureFoundPlaces(texts, places, () => performance.now());
  printFigures({ ...figures, leftOut }, typed, surroundings);
}

async function readRegister(file: string): Promise<RegisteredHouse[]> {
  const rows = await readTable(file, []);
  const columns = findAddressColumns(Object.keys(rows[0] ?? {}));
  checkColumns(missingColumns(columns), rows, file);
  const houses = rows.flatMap((row) => {
    const [address, point] = [addressOfRow(row, columns), pointOfRow(row, columns)];
    if (typeof address === 'string' || point === null) return [];
    return [{ ...address, point, municipality: partOf(row, columns, 'municipality') }];
  });
  if (houses.length === 0) throw new StartFault(`${file} holds no address of a house that can be read.`);
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
  'текст',
  'запрос',
  'вариант',
  'address_variant',
  'address',
  'адрес',
];

async function readTexts(file: string, typed: Typed): Promise<{ texts: PlacedText[]; leftOut: number }> {
  const rows = await readTable(file, []);
  const header = Object.keys(rows[0] ?? {});
  const column =
    typed.text('text') ??
    textColumns
      .map((known) => header.find((name) => name.trim().toLowerCase() === known))
      .find((name) => name !== undefined);
  const columns = { ...findAddressColumns(header), ...named(typed) };
  const missing = (['lat', 'lon'] as const).filter((part) => !header.includes(columns[part] ?? ''));
  checkColumns(
    column === undefined || !header.includes(column) ? [`of texts (--text)`, ...missing] : missing,
    rows,
    file,
  );
  const texts = rows.flatMap((row): PlacedText[] => {
    const [text, point] = [row[column ?? ''] ?? '', pointOfRow(row, columns)];
    return point === null ? [] : [{ text, point, municipality: partOf(row, columns, 'municipality') }];
  });
  return { texts, leftOut: rows.length - texts.length };
}

function named(typed: Typed): AddressColumns {
  const parts: readonly AddressPart[] = ['lat', 'lon', 'municipality'];
  return Object.fromEntries(
    parts.flatMap((part) => {
      const column = typed.text(part);
      return column === undefined ? [] : [[part, column]];
    }),
  );
}

function checkColumns(missing: readonly string[], rows: readonly Row[], file: string): void {
  if (missing.length === 0) return;
  throw new StartFault(
    `${file} lacks the columns ${missing.join(', ')}; it has ${Object.keys(rows[0] ?? {}).join(', ')}.`,
  );
}
