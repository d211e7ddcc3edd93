import { findNames } from './name-spans.ts';
import { maskOf, personalKinds } from './personal-kinds.ts';
import type { PersonalKind } from './personal-kinds.ts';
import { flatAfterName, flatOfHouse, homeFlats, namedFlats, spelledFlat } from './personal-flats.ts';
import { emailShapes, hasAt, pageShapes } from './personal-links.ts';
import { hasSaidParts, phoneShapes, saidPhone } from './personal-phones.ts';
import type { Shape } from './personal-shape.ts';
import {
  birthShapes,
  grownTogether,
  longNumber,
  longShapes,
  namedDocument,
  plateShapes,
  spelledPhones,
} from './personal-shapes.ts';
import { plainText } from './plain-text.ts';
import { readWords } from './words.ts';
import type { Words } from './words.ts';

export interface PersonalSpan {
  readonly kind: PersonalKind;
  /** Half-open range of characters of the unmasked text. */
  readonly from: number;
  readonly to: number;
}

export interface MaskedText {
  readonly text: string;
  readonly spans: readonly PersonalSpan[];
}

const CONTEXT = 60;
const MOST_PASSES = 4;
const numberShapes = [...longShapes, ...phoneShapes];
const namesDocument = /водит|в ?[/\\]? ?у|прав|свидет|воен|стс|птс|удост|мсэ|больн/;
const saidInWords =
  /дцать|десят|сот|(?:восемь|семь)[ ,]|[ую]ю квартир|(?:ой|ая|ья|ей) квартир|квартир[ауеы] [дтпшсвоч]/;
/** Letters typed for digits between digits: «8 9О2 34З-45-67». */
const asDigit: Readonly<Record<string, string>> = {
  о: '0',
  О: '0',
  o: '0',
  O: '0',
  з: '3',
  З: '3',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  б: '6',
};

/** A date of long ago right after a name: «Петров Иван, 12.05.1975». */
const bornAfter = /^([ ,(]{1,3})\d{1,2}\.\d{1,2}\.(?:19\d\d|200\d|201[0-5])(?!\d)/;

/**
 * Hides what names a person: telephones however written, e-mails, pages, cards, documents, flats, car
 * plates, full names. Streets called after people, organisations, free lines (8-800), names of public
 * office stay. Prefers to hide too much of a doubtful number rather than to leak; single given names
 * and surnames without a title stay.
 *
 * @param text plain: see `plainText`; spans count in it
 * @param words of the same text, where they are at hand
 */
export function maskPersonalData(text: string, words: Words = readWords(text)): MaskedText {
  let spans = withoutOverlaps(findSpans(text, words));
  if (spans.length === 0) return { text, spans };
  let masked = hide(text, spans);
  // What stood between a number and its neighbour may be hidden now: looked at again until nothing more is found.
  for (let times = 1; times < MOST_PASSES; times += 1) {
    const more = withoutOverlaps(findSpans(masked, readWords(masked)));
    if (more.length === 0) break;
    spans = withoutOverlaps([...spans, ...inUnmasked(more, spans)]);
    masked = hide(text, spans);
  }
  return { text: masked, spans };
}

function findSpans(text: string, words: Words): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  const { folded } = words;
  if (hasAt(folded)) collectAll(spans, text, emailShapes);
  if (/[a-z]/.test(folded)) collectAll(spans, text, pageShapes);
  if (/\d/.test(folded)) collectNumbers(spans, text, folded);
  if (saidInWords.test(folded)) {
    collectAll(spans, folded, spelledPhones);
    if (folded.includes('квартир')) collect(spans, folded, spelledFlat);
  }
  if (/\.(?<=[а-яё][А-ЯЁ]\.)/.test(text)) collect(spans, text, grownTogether);
  for (const { from, to } of findNames(words)) {
    spans.push({ kind: 'name', from, to });
    const born = bornAfter.exec(text.slice(to, to + CONTEXT));
    if (born !== null)
      spans.push({ kind: 'birth_date', from: to + (born[1]?.length ?? 0), to: to + born[0].length });
    const flat = flatAfterName(text, to);
    if (flat !== null) spans.push({ kind: 'flat', ...flat });
  }
  return spans;
}

function hide(text: string, spans: readonly PersonalSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { kind, from, to } of spans) {
    masked += text.slice(at, from) + maskOf[kind];
    at = to;
  }
  return masked + text.slice(at);
}

/** Ranges of the masked text as ranges of the text before; both are in order. */
function inUnmasked(found: readonly PersonalSpan[], hidden: readonly PersonalSpan[]): PersonalSpan[] {
  let at = 0;
  let shift = 0;
  const placeOf = (place: number, isEnd: boolean): number => {
    for (; at < hidden.length; at += 1) {
      const { kind, from, to } = hidden[at] ?? { kind: 'name', from: place, to: place };
      const start = from + shift;
      const end = start + maskOf[kind].length;
      if (place < start || (isEnd && place === start)) break;
      if (place < end) return isEnd ? to : from;
      shift = end - to;
    }
    return place - shift;
  };
  return found.map(({ kind, from, to }) => ({ kind, from: placeOf(from, false), to: placeOf(to, true) }));
}

/** Most texts hold none of these numbers: each kind is looked for where its words or digits are. */
function collectNumbers(spans: PersonalSpan[], text: string, folded: string): void {
  if (longNumber.test(text)) {
    collectAll(spans, text, numberShapes);
    if (namesDocument.test(folded)) collect(spans, text, namedDocument);
  }
  if (/рож|род|[гд]\.? ?р/.test(folded)) collectAll(spans, text, birthShapes);
  if (/\d{3}/.test(folded)) collectAll(spans, text, plateShapes);
  if (/кв|ком|апар|kv|ap|flat/.test(folded)) collectAll(spans, text, namedFlats);
  collect(spans, text, flatOfHouse);
  if (/прожи|жив|пропис|регистр|адрес/.test(folded))
    for (const range of homeFlats(text)) spans.push({ kind: 'flat', ...range });
  if (hasSaidParts.test(folded)) collect(spans, text, saidPhone);
  const read = withDigits(text);
  if (read !== text) collectAll(spans, read, phoneShapes);
}

/** A message as it came, made plain and masked. */
export const maskMessage = (raw: string): string => maskPersonalData(plainText(raw)).text;

/** The text with letters typed for digits as digits; the same length. */
function withDigits(text: string): string {
  if (!/\d[ ()-]{0,2}[оОoOзЗlIi|б]{1,3}[ ()-]{0,2}\d/.test(text)) return text;
  return text.replace(
    /(?<=\d[ ()-]{0,2}[оОoOзЗlIi|б]{0,2})[оОoOзЗlIi|б](?=[оОoOзЗlIi|б]{0,2}(?:[ ()-]{0,2}\d|(?![\p{L}])))/gu,
    (letter) => asDigit[letter] ?? letter,
  );
}

function collectAll(spans: PersonalSpan[], text: string, shapes: readonly Shape[]): void {
  for (const shape of shapes) collect(spans, text, shape);
}

function collect(spans: PersonalSpan[], text: string, { kind, pattern, accepts }: Shape): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [found] = match;
    const from = match.index + (found.length - found.trimStart().length);
    const to = match.index + found.trimEnd().length;
    const isRight =
      accepts === undefined ||
      accepts(found.replace(/\D/g, ''), beforeOf(text, from), found.trim(), text.slice(to, to + CONTEXT));
    if (isRight) spans.push({ kind, from, to });
    else pattern.lastIndex = match.index + 1;
  }
}

/** What is masked already gives no sign: a masked text is masked no further. */
function beforeOf(text: string, from: number): string {
  const before = text.slice(Math.max(0, from - CONTEXT), from);
  return before.includes(' скрыт') ? before.replace(maskWords, '\n') : before;
}
const maskWords = /(?:^|\[)[а-яё ]{0,20} скрыт[аоы]?\]/gi;

/** Spans in order, overlapping ones joined under the kind that comes first in the list of kinds. */
function withoutOverlaps(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: PersonalSpan[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || span.from >= last.to) {
      kept.push(span);
      continue;
    }
    const kind = personalKinds.indexOf(span.kind) < personalKinds.indexOf(last.kind) ? span.kind : last.kind;
    kept[kept.length - 1] = { kind, from: last.from, to: Math.max(last.to, span.to) };
  }
  return kept;
}
