import { languageProfiles, typedRussian } from './language-table.ts';
import type { LanguageCode } from './language-table.ts';
import type { Words } from './words.ts';

/** What language a message is written in. */
export interface LanguageJudgement {
  readonly code: LanguageCode;
  /** 0…1; a few words tell little, then Russian is taken with a low one. */
  readonly confidence: number;
  /** Russian typed in Latin letters: read as Russian, shown as written. */
  readonly isTransliterated: boolean;
}

/** Beyond these a text tells nothing new about its language. */
const READ_CHARACTERS = 3000;
const READ_WORDS = 300;

interface Profile {
  readonly code: LanguageCode;
  readonly isLatin: boolean;
  readonly letters: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
}

const profiles: readonly Profile[] = languageProfiles.map(({ code, script, letters, without }) => ({
  code,
  isLatin: script === 'latin',
  letters: new Set(letters),
  without: new Set(without),
}));
/** Word → the profiles that have it. */
const profilesOfWord = new Map<string, number[]>();
languageProfiles.forEach(({ words }, index) => {
  for (const word of new Set(words.replaceAll('ё', 'е').split(' ')))
    profilesOfWord.set(word, [...(profilesOfWord.get(word) ?? []), index]);
});
const russian = languageProfiles.findIndex(({ code }) => code === 'ru');
const english = languageProfiles.findIndex(({ code }) => code === 'en');
const typed: ReadonlySet<string> = new Set(typedRussian.split(' '));
/** Words of other languages that Russian has too: they tell nothing where no letter tells. */
const sharedWords: ReadonlySet<string> = new Set(
  'без то об кор да а и со до за при на не об бир суд дар як ман ту бо ба мо кам аст та но ми ви як он ман кай дон иу ис из сон мен сен бор сув ва де кан соль салам бук эрэ уу баар дьон гэр байр зам ус би чи та бид дика некъ бар жол жок болуп тартып деп керек кичә сүп пур мар те ку пока хал'.split(
    ' ',
  ),
);
const link = /(?:https?:\/\/|www\.)[^\s]{1,400}/g;
/** Alphabets that tell a language, or a few, by themselves. */
const scripts: readonly (readonly [code: LanguageCode, letters: RegExp])[] = [
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/**
 * The language of a text by its alphabet, the letters Russian has not, and everyday words. Takes the
 * beginning of long texts only. Without a sign of another language it is Russian, the less surely the
 * shorter the text; letters nobody here knows are `und`.
 */
export function detectLanguage(words: Words): LanguageJudgement {
  const text = words.folded.slice(0, READ_CHARACTERS);
  const odd = oddLetters(text);
  if (odd.length > 0) {
    const other = byScript(text, odd.length, words);
    if (other !== null) return other;
  }
  let latin = 0;
  let cyrillic = 0;
  const met = new Float64Array(profiles.length);
  let known = 0;
  let typedWords = 0;
  const count = Math.min(words.list.length, READ_WORDS);
  for (let i = 0; i < count; i += 1) {
    const from = words.starts[i] ?? 0;
    const to = words.ends[i] ?? from;
    if (words.list[i]?.isNumber !== false) continue;
    const first = words.folded.charCodeAt(from);
    if (first < 0x250) latin += to - from;
    else cyrillic += to - from;
    const written = first < 0x250 ? words.folded.slice(from, to) : (words.list[i]?.text ?? '');
    const of = profilesOfWord.get(written);
    if (of !== undefined) known += 1;
    for (const index of of ?? []) met[index] = (met[index] ?? 0) + (written.length > 1 ? 1 : 0.4);
    if (first < 0x250 && typed.has(written)) typedWords += written.length > 1 ? 1 : 0.4;
  }
  if (latin + cyrillic === 0) return { code: 'ru', confidence: 0.3, isTransliterated: false };
  // A link among Russian words makes no other language of it.
  for (const [address] of text.matchAll(link)) latin -= address.length;
  const isLatin = latin > cyrillic && cyrillic < 9;
  if (!isLatin && odd.length === 0 && !isForeignByWords(words, count))
    return { code: 'ru', confidence: confidenceOfRussian(cyrillic, known), isTransliterated: false };
  if (isLatin && latin > 8 && typedWords > 0 && typedWords >= Math.max(...met) * 0.8)
    return {
      code: 'ru',
      confidence: Math.min(0.95, 0.5 + typedWords * 0.12),
      isTransliterated: true,
    };
  return best(met, odd, isLatin, cyrillic, count);
}

const confidenceOfRussian = (letters: number, known: number): number =>
  Math.round(Math.min(0.99, (letters > 20 ? 0.8 : letters > 5 ? 0.6 : 0.5) + known * 0.03) * 100) / 100;

/** Whether a text of Russian letters alone is made of words another language has and Russian has not. */
function isForeignByWords(words: Words, count: number): boolean {
  let foreign = 0;
  let russianWords = 0;
  for (let i = 0; i < count; i += 1) {
    const text = words.list[i]?.text ?? '';
    const of = profilesOfWord.get(text);
    if (of === undefined) continue;
    if (of.includes(russian) || sharedWords.has(text)) russianWords += 1;
    else if (of.some((index) => profiles[index]?.isLatin === false)) foreign += 1;
  }
  return foreign >= 2 && foreign > russianWords && foreign * 3 >= count;
}

/** Letters outside the usual Russian and English ones, at most as many as are read. */
function oddLetters(text: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0xbf || (code >= 0x430 && code <= 0x44f) || (code >= 0x2000 && code < 0x2c00)) continue;
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (/[\p{L}ʻʼ¿¡]/u.test(character)) found.push(character);
    if (character.length > 1) i += 1;
  }
  return found;
}

function byScript(text: string, oddCount: number, words: Words): LanguageJudgement | null {
  const usual = words.list.reduce((sum, word) => sum + (word.isNumber ? 0 : word.text.length), 0);
  let top: readonly [LanguageCode, number] = ['und', 0];
  for (const [code, letters] of scripts) {
    const count = text.match(letters)?.length ?? 0;
    // One sign of Chinese says as much as a word of letters; kana among them is Japanese.
    const weighed = code === 'zh' ? count * 2 : code === 'ja' ? count * 6 : count;
    if (weighed > top[1]) top = [code, weighed];
  }
  if (top[1] > usual && top[1] > 1) {
    const code = top[0] === 'ar' && /[پچژگک]/.test(text) ? 'fa' : top[0];
    return { code, confidence: Math.min(0.99, 0.7 + top[1] / 50), isTransliterated: false };
  }
  if (usual === 0 && oddCount > 1) return { code: 'und', confidence: 0.5, isTransliterated: false };
  return null;
}

/** The profile whose letters and words are met most; Russian (or English) where nothing speaks for another. */
function best(
  met: Float64Array,
  odd: readonly string[],
  isLatin: boolean,
  cyrillic: number,
  count: number,
): LanguageJudgement {
  let top = isLatin ? english : russian;
  let second = 0;
  const scoreOf = profiles.map((profile, index) => {
    if (profile.isLatin !== isLatin) return -1;
    let score = (met[index] ?? 0) * 1.2;
    for (const letter of odd)
      score += profile.letters.has(letter) ? 0.7 : profile.without.has(letter) ? -1 : 0;
    return score;
  });
  for (const [index, score] of scoreOf.entries()) if (score > (scoreOf[top] ?? 0)) top = index;
  for (const [index, score] of scoreOf.entries()) if (index !== top && score > second) second = score;
  const score = scoreOf[top] ?? 0;
  if (score <= 0.5)
    return isLatin
      ? { code: 'und', confidence: 0.3, isTransliterated: false }
      : { code: odd.length * 12 > cyrillic ? 'und' : 'ru', confidence: 0.5, isTransliterated: false };
  const margin = (score - Math.max(0, second)) / Math.max(score, 1);
  const enough = Math.min(1, (score + count / 10) / 3);
  return {
    code: profiles[top]?.code ?? 'und',
    confidence: Math.round(Math.min(0.99, 0.45 + 0.5 * margin * enough) * 100) / 100,
    isTransliterated: false,
  };
}

/** From this confidence up a message in another language is held as such. */
const SURE_LANGUAGE = 0.55;

/** Whether the words of the message are Russian, as far as anything speaks for it; only then a machine may act alone. */
export const isReadable = ({ code, confidence }: LanguageJudgement): boolean =>
  code === 'ru' || (code !== 'und' && confidence < SURE_LANGUAGE);
