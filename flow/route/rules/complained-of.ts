import type { RegisteredAuthority } from './responsible.ts';

/** Words that turn a mention of a body into a complaint of it. */
const complaint =
  /(жалоб|жалуюсь|жалуемся|бездейств|не реагиру|не отвеча|отписк|игнориру|халатн|бездельник|хамств|хамят|нахамил|ничего не дела|не выполня|отказыва|отказал|обман|не принима)/u;

/** Legal forms and other words that do not tell one body from another. */
const generic = new Set([
  'ооо',
  'оао',
  'зао',
  'пао',
  'ао',
  'мку',
  'мбу',
  'муп',
  'гуп',
  'гку',
  'гбу',
  'гбуз',
  'огку',
  'ук',
  'управляющая',
  'компания',
  'администрация',
  'министерство',
  'управление',
  'округа',
  'района',
  'города',
  'края',
  'области',
  'муниципального',
  'городского',
  'и',
  'по',
  'г',
  'края',
  'комитет',
  'департамент',
  'служба',
  'жкх',
  'жэу',
  'рэу',
  'тсж',
]);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[а-яa-z0-9]+/gu) ?? [];

/** The part of a word that does not change with case: long words lose their ending. */
const base = (word: string): string => (word.length > 5 ? word.slice(0, word.length - 2) : word);

/** The names of bodies prepared for lookups: the words that tell one from another. */
export type ComplaintIndex = readonly {
  readonly id: number;
  readonly bases: readonly string[];
  readonly isManager: boolean;
}[];

export function buildComplaintIndex(authorities: readonly RegisteredAuthority[]): ComplaintIndex {
  return authorities.flatMap((authority) => {
    const bases = wordsOf(authority.shortName)
      .filter((word) => !generic.has(word) && word.length > 2)
      .map(base);
    const isManager = /(^|[^а-я])(ук|тсж|жэу|рэу)([^а-я]|$)/u.test(authority.shortName.toLowerCase());
    return bases.length === 0 ? [] : [{ id: authority.id, bases, isManager }];
  });
}

/** How far from the name the word of complaint may stand, in words. */
const NEAR = 8;

/**
 * The body a message complains of, or `null`. A name counts only when all its telling words stand together near a word of
 * complaint; a bare mention («мусор у дома УК Уют») is not a complaint of the body.
 *
 * @source docs/law/responsibility.md (59-ФЗ, art. 8, part 6)
 */
export function complainedOf(text: string, index: ComplaintIndex): number | null {
  const lowered = text.toLowerCase().replaceAll('ё', 'е');
  if (!complaint.test(lowered)) return null;
  const words = wordsOf(text).slice(0, 2000);
  for (const authority of index) {
    const [head] = authority.bases;
    if (head === undefined) continue;
    for (let at = 0; at < words.length; at += 1) {
      if (!words[at]!.startsWith(head)) continue;
      const near = words.slice(Math.max(0, at - NEAR), at + NEAR + 1);
      const hasAll = authority.bases.every((one) => near.some((word) => word.startsWith(one)));
      const isNamedAsManager =
        !authority.isManager ||
        near.some((word) =>
          ['ук', 'тсж', 'жэу', 'рэу', 'управляющая', 'управляйка', 'управляющей', 'управляющую'].includes(
            word,
          ),
        );
      if (hasAll && isNamedAsManager && complaint.test(near.join(' '))) return authority.id;
    }
  }
  return null;
}
