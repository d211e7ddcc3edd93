const latin: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya'
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, letter, i, all) =>
        i % 2 === 0 ? [...pairs, [letter, (all[i + 1] ?? '').replace('_', '')]] : pairs,
      [],
    ),
);

/**
 * Words of a name in small Latin letters and digits: «Курская область» → `kurskaya`, `oblast`. For codes and addresses, not for
 * reading aloud. Letters of other alphabets fall out.
 */
export const latinWords = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[а-яё]/g, (letter) => latin[letter] ?? '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
