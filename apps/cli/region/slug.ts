import { StartFault } from '#store/start-fault.ts';

const latin: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya'
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, letter, i, all) =>
        i % 2 === 0 ? [...pairs, [letter, (all[i + 1] ?? '').replace('_', '')]] : pairs,
      [],
    ),
);

/** «Курская область» → `kurskaya-oblast`: the region's name in addresses. */
export function slugOf(name: string): string {
  const written = name.toLowerCase().replace(/[а-яё]/g, (letter) => latin[letter] ?? '');
  return written
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}

/** @throws StartFault where the text cannot stand in an address */
export function checkSlug(slug: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) return slug;
  throw new StartFault(
    `The region cannot be called "${slug}" in addresses: take small Latin letters, digits and hyphens, such as --slug kursk.`,
  );
}
