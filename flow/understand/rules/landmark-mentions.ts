import type { AssetKind } from '#centre/rules/asset-kind.ts';

import { longestName } from './address-names.ts';
import { between, startsCapital, textAt } from './address-text.ts';
import { kindsTold, objectKindsOf } from './landmark-index.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './address-mention.ts';
import type { Words } from './words.ts';

/** Before a landmark that stands without its kind: «у Пятёрочки», «за Айсбергом». */
const led = new Set(
  'у возле около напротив за перед под над рядом с со вблизи недалеко от неподалеку до после мимо не доезжая'.split(
    ' ',
  ),
);

/** Objects of the register named in a text: «напротив школы № 5», «остановка Мира», «у Пятёрочки». Surest first. */
export function readLandmarks(words: Words, gazetteer: Gazetteer): Mention[] {
  if (gazetteer.objects.size === 0) return [];
  const found: Mention[] = [];
  for (let i = 0; i < words.list.length && found.length < 5; i += 1) {
    const mention = ofKind(words, i, gazetteer) ?? byName(words, i, gazetteer);
    if (mention === null) continue;
    found.push(mention);
    i = mention.to - 1;
  }
  return found.toSorted((one, two) => two.weight - one.weight || one.from - two.from);
}

/** The kind is said: a number or a name of such an object follows. */
function ofKind(words: Words, i: number, gazetteer: Gazetteer): Mention | null {
  const kinds = objectKindsOf(textAt(words, i));
  if (kinds.length === 0) return null;
  const numbered = byNumber(words, i + 1, kinds, gazetteer);
  if (numbered !== null) return { ...numbered, from: i, weight: 4 };
  if (/[\n!?;]/.test(between(words, i))) return null;
  const found = longestName(words, i + 1, gazetteer.objectNames.named);
  if (found === null) return null;
  const ids = found.name.ids.filter((id) => {
    const object = gazetteer.objects.get(id);
    if (object === undefined) return false;
    const told = kindsTold(object.kind, object.name);
    return kinds.some((kind) => told.has(kind));
  });
  return ids.length === 0 ? null : { ids, from: i, to: found.to, weight: 4 };
}

/** «школы № 5», «школа номер 5», «школы 5», «5-й школы» is not looked for. */
function byNumber(
  words: Words,
  from: number,
  kinds: readonly AssetKind[],
  gazetteer: Gazetteer,
): { readonly ids: readonly string[]; readonly to: number } | null {
  const at = /^(?:n|номер)$/.test(textAt(words, from)) ? from + 1 : from;
  if (words.list[at]?.isNumber !== true || !/^[ ."«]{0,2}[№#]? ?$/.test(between(words, at - 1))) return null;
  const number = String(Number(textAt(words, at)));
  const ids = kinds.flatMap((kind) => gazetteer.objectNames.numbered.get(`${kind} ${number}`) ?? []);
  return ids.length === 0 ? null : { ids, to: at + 1 };
}

/** The name alone, in quotes or after a word of nearness, with a capital letter. */
function byName(words: Words, i: number, gazetteer: Gazetteer): Mention | null {
  if (!startsCapital(words, i) || words.list[i]?.isNumber === true) return null;
  const isQuoted = /["«„“]$/.test(between(words, i - 1));
  if (!isQuoted && !led.has(textAt(words, i - 1))) return null;
  const found = longestName(words, i, gazetteer.objectNames.named);
  if (found === null) return null;
  return { ids: found.name.ids, from: i, to: found.to, weight: isQuoted ? 3 : 2 };
}
