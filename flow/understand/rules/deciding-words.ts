import { INPUT_SCALE, NO_WORD, partOfWord } from './topic-scores.ts';
import type { ScoringModel } from './topic-scores.ts';
import type { TopicModelParts } from './topic-model-file.ts';
import { stemOf } from './words.ts';
import type { Word, Words } from './words.ts';

const MOST_WORDS = 4;
/** A word that gave less than this share of what the first one gave decided nothing. */
const LEAST_SHARE = 0.2;

/** Words of courtesy and of grammar: they lean to some topic by chance and explain nothing to a person. */
const emptyStems: ReadonlySet<string> = new Set(
  (
    'здравствуйте добрый день вечер утро привет уважаемые уважаемый пожалуйста прошу просим просьба спасибо благодарю ' +
    'заранее обращаюсь помогите подскажите сообщаю сообщить жалоба обращение заявка фото это этот эта эти этого этой ' +
    'тот та то те что чтобы как так там тут здесь где когда если или либо тоже также уже ещё еще все всё весь вся всех ' +
    'мне меня мы нас нам вам вас вы он она они его её их наш наша наши нашем ваш был была было были есть быть будет ' +
    'очень только просто который которая которые которого для при под над про без до от из за по на во об не нет ни да ' +
    'но же бы ли уж вот со ко после перед между через около возле напротив рядом года год месяц неделя сегодня вчера'
  )
    .split(' ')
    .map(stemOf),
);

const explainsNothing = ({ stem, isNumber, text }: Word): boolean =>
  isNumber || text.length < 2 || emptyStems.has(stem);

/**
 * Up to four words of the text, as written and in its order, that gave most to a label: by their linear
 * weights and by where they move the text in the hidden space. Call it after `scoreText` of the same text.
 *
 * @param label `null` for one the weights know nothing of: then the rarest words of the text are named
 */
export function decidingWords(
  words: Words,
  model: ScoringModel,
  found: number,
  label: number | null,
): string[] {
  const { scratch } = model;
  const given = scratch.given.subarray(0, words.list.length).fill(0);
  if (label === null) countRarity(model, found);
  else addGifts(words, model, found, label);
  const ranked: [number, number][] = [];
  given.forEach((gave, index) => {
    const word = words.list[index];
    if (gave > 0 && word !== undefined && !explainsNothing(word)) ranked.push([index, gave]);
  });
  ranked.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const least = (ranked[0]?.[1] ?? 0) * LEAST_SHARE;
  const chosen = ranked.slice(0, MOST_WORDS).filter(([, gave]) => gave >= least);
  const shown = chosen.map(([word]) => word).sort((a, b) => a - b);
  return [...new Set(shown.map((word) => words.text.slice(words.starts[word], words.ends[word])))];
}

/** Leaves in `given` how rare the features of each word are. */
function countRarity({ parts, scratch: { given, found, foundBy } }: ScoringModel, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const word = foundBy[i] ?? 0;
    if (word !== NO_WORD) given[word] = (given[word] ?? 0) + (parts.rarity[found[i] ?? 0] ?? 0);
  }
}

/** Leaves in `given` what each word gave to a label: by itself in both parts of the model, with its neighbour in the linear one. */
function addGifts(words: Words, model: ScoringModel, count: number, label: number): void {
  const { parts, scratch } = model;
  const { given, foundBy, found } = scratch;
  const pull = pullOf(model, label);
  let before = NO_WORD;
  for (let i = 0; i < count; i += 1) {
    const index = foundBy[i] ?? 0;
    const word = words.list[index];
    const isPair = i >= scratch.ofWords;
    if (word === undefined || (!isPair && index === before)) continue;
    before = index;
    const row = found[i] ?? 0;
    const gave = isPair
      ? (parts.rarity[row] ?? 0) * weightOf(parts, row, label)
      : partGave(partOfWord(word, model).sums, label, pull);
    given[index] = (given[index] ?? 0) + gave;
  }
}

/** What a whole word gives: its weights, and its place in the hidden space. */
function partGave(sums: Float32Array, label: number, pull: Float64Array): number {
  const from = sums.length - pull.length;
  let gave = sums[label] ?? 0;
  for (let j = 0; j < pull.length; j += 1) gave += (sums[from + j] ?? 0) * (pull[j] ?? 0);
  return gave;
}

/** Direction of the hidden space in which the label's score grows faster than that of the mean label. */
function pullOf({ parts, scratch, meanOutput }: ScoringModel, label: number): Float64Array {
  const { dims, output } = parts.hidden;
  const pull = new Float64Array(dims);
  if ((label + 1) * dims > output.length) return pull;
  for (let j = 0; j < dims; j += 1) {
    if (scratch.hidden[j] === 0) continue;
    pull[j] = INPUT_SCALE * ((output[label * dims + j] ?? 0) - (meanOutput[j] ?? 0));
  }
  return pull;
}

/** Weight of a row for one label; columns of a row ascend. */
function weightOf({ from, columns, weights, step }: TopicModelParts, row: number, label: number): number {
  let low = from[row] ?? 0;
  let high = (from[row + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const column = columns[middle] ?? 0;
    if (column === label) return (weights[middle] ?? 0) * (step[row] ?? 0);
    if (column < label) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
