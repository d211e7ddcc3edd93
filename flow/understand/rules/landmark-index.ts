import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { Point } from '#kernel/place.ts';

import { indexNames } from './name-index.ts';
import type { NameIndex } from './name-index.ts';
import { readWords } from './words.ts';

/** A named object of the register: a school, a stop, a shop. */
export interface ObjectRow {
  readonly id: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly number: string | null;
  readonly municipalityId: string | null;
  readonly settlementId: string | null;
  readonly streetId: string | null;
  readonly point: Point;
}

/** Named objects by what people call them. */
export interface ObjectIndex {
  /** `school 5` → ids of schools number five. */
  readonly numbered: ReadonlyMap<string, readonly string[]>;
  /** Names without the words every such object has: «Айсберг» of «ФОК „Айсберг“». */
  readonly named: NameIndex;
}

/** Words by which people say what kind of object they mean; the same words in a name tell nothing of their own. */
const kindWords: readonly (readonly [RegExp, readonly AssetKind[]])[] = [
  [/^(?:школ[аыеуой]+|сош|оош|гимнази[яиейю]+|лице[йяюем]+|мб?оу|маоу)$/, ['school']],
  [/^(?:сад|сада|саду|садик[аоуеми]*|детсад[аоуе]*|доу|мб?доу|мадоу)$/, ['kindergarten']],
  [/^(?:поликлиник[аиеуой]+|больниц[аыеуей]+|амбулатори[яиейю]+|фап[ау]?)$/, ['clinic']],
  [/^(?:аптек[аиеуой]+)$/, ['pharmacy']],
  [/^(?:почт[аыеуой]+|отделени[еяюм]+)$/, ['post_office']],
  [/^(?:остановк[аиеуой]+|ост)$/, ['stop', 'station']],
  [/^(?:магазин[аеуом]*|супермаркет[аеуом]*|универсам[аеуом]*|тц|трц|тк)$/, ['shop', 'market']],
  [/^(?:рын(?:ок|ка|ке|ку|ком))$/, ['market']],
  [/^(?:банк[аеуом]*|отделени[еяюм]+)$/, ['bank']],
  [/^(?:кафе|ресторан[аеуом]*|столов(?:ая|ой|ую))$/, ['cafe']],
  [/^(?:гостиниц[аыеуей]+|отел[ьяюем]+)$/, ['hotel']],
  [/^(?:заправк[аиеуой]+|азс)$/, ['fuel_station']],
  [/^(?:церк(?:овь|ви|овью)|храм[аеуом]*|собор[аеуом]*|мечет[ьию]+)$/, ['worship_place']],
  [/^(?:фок[ау]?|стадион[аеуом]*|спорткомплекс[аеуом]*|бассейн[аеуом]*)$/, ['sports_place', 'sports_ground']],
  [
    /^(?:дк|библиотек[аиеуой]+|музе[йяюем]+|театр[аеуом]*|кинотеатр[аеуом]*|клуб[аеуом]*|цдк|сдк)$/,
    ['culture_place'],
  ],
  [/^(?:парк[аеуом]*|сквер[аеуом]*)$/, ['park', 'green_area']],
  [/^(?:вокзал[аеуом]*|станци[яиейю]+|метро)$/, ['station']],
  [/^(?:памятник[аеуом]*|мемориал[аеуом]*)$/, ['memorial']],
  [/^(?:кладбищ[аеу]+)$/, ['cemetery']],
];

/** Words of names that every institution has. */
const everyones =
  /^(?:имени|им|муниципальн.*|государственн.*|бюджетн.*|казенн.*|автономн.*|общеобразовательн.*|средн.*|основн.*|начальн.*|учреждени.*|образовани.*|дошкольн.*|детск.*|город.*|районн.*|центральн.*|областн.*|ооо|ип|ао|номер|n|г|дом|быта|продукты|здание)$/;

/** Kinds of objects a word names, empty for any other word. Folded text. */
export function objectKindsOf(text: string): readonly AssetKind[] {
  const known = found.get(text);
  if (known !== undefined) return known;
  const kinds = kindWords.flatMap(([word, of]) => (word.test(text) ? of : []));
  if (found.size > 20_000) found.clear();
  found.set(text, kinds);
  return kinds;
}
const found = new Map<string, readonly AssetKind[]>();

/** Indexes named objects of a region. */
export function indexObjects(objects: readonly ObjectRow[]): ObjectIndex {
  const numbered = new Map<string, string[]>();
  for (const { id, kind, name, number } of objects) {
    const own = numberOf(name, number);
    if (own === null) continue;
    for (const of of kindsTold(kind, name)) {
      const key = `${of} ${own}`;
      const entry = numbered.get(key);
      if (entry === undefined) numbered.set(key, [id]);
      else entry.push(id);
    }
  }
  return {
    numbered,
    named: indexNames(
      objects.flatMap(({ id, name }) => {
        const own = ownName(name);
        return own === null ? [] : [{ id, name: own }];
      }),
    ),
  };
}

/** Kinds of an object: its own, and what its name says of a building that registers know no better. */
export function kindsTold(kind: AssetKind, name: string): ReadonlySet<AssetKind> {
  return new Set([kind, ...readWords(name).list.flatMap(({ text }) => objectKindsOf(text))]);
}

function numberOf(name: string, number: string | null): string | null {
  const written =
    /(?:№|N)\s{0,2}(\d{1,4})/i.exec(name)?.[1] ?? /\s(\d{1,4})(?=$|[\s"»])/.exec(name)?.[1] ?? number;
  return written === null || !/^\d{1,4}$/.test(written) ? null : String(Number(written));
}

/** What of a name is its own: the words in quotes, else all that not every such object has. */
function ownName(name: string): string | null {
  const quoted = /["«„“]([^"«»„“”]{3,60})["»“”]/.exec(name)?.[1];
  const { text, list, starts, ends } = readWords(quoted ?? name);
  const words = list.flatMap((word, i) =>
    word.isNumber || everyones.test(word.text) || objectKindsOf(word.text).length > 0
      ? []
      : [text.slice(starts[i], ends[i])],
  );
  const own = words.join(' ');
  return own.length < 3 || words.length > 5 ? null : own;
}
