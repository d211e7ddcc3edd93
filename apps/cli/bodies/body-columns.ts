/** What a row of a table of organisations may tell. */
const namesOf = {
  name: ['name', 'fullname', 'наименование', 'полноенаименование', 'название', 'организация'],
  short: [
    'short',
    'shortname',
    'краткоенаименование',
    'сокращенноенаименование',
    'краткое',
    'короткоеназвание',
  ],
  kind: ['kind', 'вид', 'тип', 'видорганизации'],
  municipality: [
    'municipality',
    'district',
    'муниципалитет',
    'муниципальноеобразование',
    'район',
    'округ',
    'территория',
  ],
  contact: ['contact', 'phone', 'контакт', 'телефон'],
} as const;
/** A register of houses or objects: what else it says is said of these, not of whoever has them. */
const ownerNames = ['manager', 'owner', 'управляющаякомпания', 'управляющаяорганизация', 'балансодержатель'];
export type BodyPart = keyof typeof namesOf;

/** Which column holds which part. */
export type BodyColumns = Readonly<Partial<Record<BodyPart, string>>>;

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^a-zа-я]/g, '');

/** Finds the columns by the names registers use, without case, spaces and marks; of a register of objects their owner alone. */
export function findBodyColumns(header: readonly string[]): BodyColumns {
  const found = (known: readonly string[]): string | undefined =>
    known.flatMap((one) => header.find((name) => bare(name) === one) ?? [])[0];
  const owner = found(ownerNames);
  if (owner !== undefined) return { name: owner };
  const columns: { -readonly [part in BodyPart]?: string } = {};
  for (const part of ['name', 'short', 'kind', 'municipality', 'contact'] as const) {
    const column = found(namesOf[part]);
    if (column !== undefined) columns[part] = column;
  }
  return columns;
}
