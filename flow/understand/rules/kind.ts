import { messageKinds } from '#kernel/appeal.ts';
import type { MessageKind } from '#kernel/appeal.ts';

import { courtesies, greetings, interrogatives, ironic, kindSigns, turns } from './kind-table.ts';
import type { KindReason, KindSign } from './kind-table.ts';
import { eachPhrase, preparePhrases } from './phrases.ts';
import type { Words } from './words.ts';

export interface KindJudgement {
  readonly kind: MessageKind;
  /** 0…1. */
  readonly confidence: number;
  readonly reason: KindReason;
  /** The words of the text that spoke for it, as written, at most four. */
  readonly words: readonly string[];
}

/** What else is known of the message. */
export interface KindContext {
  readonly hasFiles: boolean;
  /** The first guess of the topic; `null` if there is none. */
  readonly topic: { readonly topic: string; readonly confidence: number } | null;
  /** `false`: in another language, so that our signs of a kind say nothing. */
  readonly isReadable?: boolean;
}

interface Met extends KindSign {
  readonly from: number;
  readonly to: number;
}

const signs = preparePhrases<KindSign | 'courtesy'>([
  ...kindSigns,
  { phrases: courtesies, meaning: 'courtesy' },
]);
/** Each further sign of the same kind tells less. */
const fading = [1, 0.6, 0.4, 0.25];
/** Words in a message that is but a link, with those of the link itself. */
const MOST_BESIDE_LINK = 12;
const link = /https?:\/\/|www\.|\bt\.me\/|\bbit\.ly\//i;
const adversative: ReadonlySet<string> = new Set(['но', 'однако', 'жаль', 'зато', 'только']);
/** A message that begins so asks, even without its mark. */
const opening: ReadonlySet<string> = new Set([
  'где',
  'куда',
  'какие',
  'какой',
  'сколько',
  'подскажите',
  'почем',
]);
/** Topics that are themselves a kind. */
const kindTopics: Readonly<Record<string, MessageKind>> = {
  thanks: 'thanks',
  suggestion: 'suggestion',
  improvement_suggestion: 'suggestion',
  question: 'question',
};

/**
 * What the message is: a problem, a suggestion, a question, thanks, not a problem, or spam. A named
 * defect outweighs politeness («Спасибо, но яма осталась»), facts outweigh insults. Without any sign
 * a message is taken for a problem with low confidence: a person looks, nothing is dropped.
 */
export function judgeKind(words: Words, context: KindContext): KindJudgement {
  if (context.isReadable === false)
    return { kind: 'problem', confidence: 0.3, reason: 'other_language', words: [] };
  const nothing = nothingSaid(words, context.hasFiles);
  if (nothing !== null) return nothing;
  const all = meetSigns(words);
  const met = standingAlone(words, all);
  const scores = new Map<MessageKind, number>(messageKinds.map((kind) => [kind, 0]));
  const add = (kind: MessageKind, weight: number): void =>
    void scores.set(kind, (scores.get(kind) ?? 0) + weight);
  for (const kind of messageKinds) add(kind, strengthOf(met, kind));
  add('problem', 1 + Math.min(words.list.length, 30) * 0.03 + (context.hasFiles ? 0.5 : 0));
  addQuestion(words, met, add);
  if (all.length > met.length) add('question', -1);
  addThanksTurn(words, met, add);
  if (isBareLink(words, met)) add('spam', 1.5);
  const { topic } = context;
  if (topic !== null) addTopic(topic, met, add);
  return conclude(words, met, scores, topic !== null && topic.confidence > 0.6);
}

/** A link with little said beside it, or with what advertises. */
const isBareLink = (words: Words, met: readonly Met[]): boolean =>
  link.test(words.text) &&
  !met.some(({ kind }) => kind === 'problem') &&
  (words.list.length <= MOST_BESIDE_LINK || met.some(({ kind }) => kind === 'spam'));

function nothingSaid(words: Words, hasFiles: boolean): KindJudgement | null {
  const says = words.list.some(({ text, isNumber }) => !isNumber && text.length > 1 && !greetings.has(text));
  if (says) return null;
  if (hasFiles) return { kind: 'problem', confidence: 0.5, reason: 'no_signs', words: [] };
  return {
    kind: 'spam',
    confidence: 0.9,
    reason: 'nothing_said',
    words: words.list.slice(0, 4).map(({ text }) => text),
  };
}

function meetSigns(words: Words): Met[] {
  const met: Met[] = [];
  const courteous: { from: number; to: number }[] = [];
  eachPhrase(words, signs, (meaning, from, to) => {
    if (meaning === 'courtesy') courteous.push({ from, to });
    else met.push({ ...meaning, from, to });
  });
  return met.filter(
    ({ kind, from, to }) => kind !== 'thanks' || !courteous.some((one) => from >= one.from && to <= one.to),
  );
}

/** Reactions, abuse and withdrawals are messages of their own only where little else is said. */
const mostBeside: Readonly<Partial<Record<KindReason, number>>> = {
  insult_only: 2,
  reaction: 4,
  no_longer_needed: 7,
};

function standingAlone(words: Words, met: readonly Met[]): Met[] {
  if (!met.some(({ reason }) => reason in mostBeside)) return [...met];
  const said = words.list.filter(
    ({ text }, i) => text.length > 3 && !met.some(({ from, to }) => i >= from && i < to),
  ).length;
  return met.filter(({ reason }) => said <= (mostBeside[reason] ?? Infinity));
}

/** Signs of one kind, strongest first, each next telling less. Overlapping signs count once. */
function strengthOf(met: readonly Met[], kind: MessageKind): number {
  const own = met.filter((sign) => sign.kind === kind).sort((a, b) => b.weight - a.weight || a.from - b.from);
  const counted: Met[] = [];
  for (const sign of own) {
    if (counted.length < fading.length && !counted.some(({ from, to }) => sign.from < to && from < sign.to))
      counted.push(sign);
  }
  return counted.reduce((sum, { weight }, index) => sum + weight * (fading[index] ?? 0), 0);
}

function addQuestion(
  words: Words,
  met: readonly Met[],
  add: (kind: MessageKind, weight: number) => void,
): void {
  const blames = met.some(({ reason }) => reason === 'asks_why_not_done');
  const first = words.list[0]?.text ?? '';
  const complains = blames || met.some(({ kind }) => kind === 'problem');
  // «Подскажите, до каких пор …?» asks nothing.
  if (blames) add('question', -1.5);
  else if (complains && met.some(({ asksWhen }) => asksWhen)) {
    add('question', -2.4);
    add('problem', 1.5);
  }
  if (!words.text.includes('?')) {
    if (!complains && opening.has(first)) add('question', 1.5);
    return;
  }
  const opens = words.list.slice(0, 4).some(({ text }) => interrogatives.has(text));
  if (first === 'почему' || first === 'зачем') add('problem', 1.5);
  add('question', blames ? 0.4 : opens ? 2 : complains ? 1 : 1.6);
}

/** Thanks at the very end after a request are a courtesy; «но» after thanks leads to the matter. */
function addThanksTurn(
  words: Words,
  met: readonly Met[],
  add: (kind: MessageKind, weight: number) => void,
): void {
  const thanks = met.find(({ kind }) => kind === 'thanks');
  if (thanks === undefined) return;
  const matter = met.filter(({ kind }) => kind === 'problem');
  const asks = matter.some(({ reason }) => reason === 'asks_to_fix' || reason === 'asks_why_not_done');
  const isLast = thanks.to >= words.list.length - 3 && thanks.from > 2;
  if (isLast && (thanks.from > 5 || met.some(({ kind, from }) => kind !== 'thanks' && from < thanks.from)))
    add('thanks', -2.6);
  if (asks) add('thanks', -1);
  const after = words.list.slice(thanks.to);
  const turn = after.findIndex(({ text }) => turns.has(text));
  if (words.list.some(({ text }) => ironic.has(text)) || deniesAfter(words, thanks.to)) {
    add('thanks', -2);
    add('problem', 1.5);
  } else if (turn >= 0 && matter.some(({ from }) => from >= thanks.to + turn)) add('problem', 2.5);
  else if (after.length - turn > 3 && adversative.has(after[turn]?.text ?? '')) {
    add('thanks', -2.2);
    add('problem', 0.8);
  }
  // «Спасибо за ответ. … Лужа осталась, проблема не решена.»
  else if (matter.filter(({ from }) => from > thanks.to + 6).length > 1) {
    add('thanks', -2);
    add('problem', 1.5);
  }
  // «Спасибо, что убрали мусор»: the defect is named as gone.
  else if (!asks && thanks.from < 6) add('problem', -2);
}

/** «Спасибо, что так и не приехали»: what thanks are said for did not happen. */
const deniesAfter = (words: Words, from: number): boolean =>
  words.list
    .slice(from, from + 6)
    .some(({ text }, i, near) => text === 'не' && /(?:л|ла|ли|ло)$/.test(near[i + 1]?.text ?? ''));

function addTopic(
  { topic, confidence }: { readonly topic: string; readonly confidence: number },
  met: readonly Met[],
  add: (kind: MessageKind, weight: number) => void,
): void {
  const kind = kindTopics[topic];
  if (kind !== undefined) add(kind, confidence);
  else if (!met.some((sign) => sign.kind === 'thanks' || sign.kind === 'spam')) add('problem', confidence);
}

function conclude(
  words: Words,
  met: readonly Met[],
  scores: ReadonlyMap<MessageKind, number>,
  topicIsClear: boolean,
): KindJudgement {
  let kind: MessageKind = 'problem';
  for (const [tried, score] of scores) if (score > (scores.get(kind) ?? 0)) kind = tried;
  const top = scores.get(kind) ?? 0;
  let sum = 0;
  for (const score of scores.values()) sum += Math.exp((score - top) / 0.9);
  const own = met.filter((sign) => sign.kind === kind).sort((a, b) => b.weight - a.weight || a.from - b.from);
  const shown = own
    .slice(0, 4)
    .map(({ from, to }) => words.text.slice(words.starts[from], words.ends[to - 1]));
  const reason =
    own[0]?.reason ??
    (kind === 'question' ? 'asks_for_information' : topicIsClear ? 'topic_is_clear' : 'no_signs');
  return { kind, confidence: Math.round((1 / sum) * 1000) / 1000, reason, words: [...new Set(shown)] };
}
