import type { Point } from '#kernel/place.ts';

import { findDangers } from './danger.ts';
import type { Danger } from './danger.ts';
import { problemTokens, textFingerprint } from './duplicates-trace.ts';
import type { Gazetteer } from './gazetteer.ts';
import { judgeKind } from './kind.ts';
import { isRude } from './kind-rudeness.ts';
import type { KindJudgement } from './kind.ts';
import { detectLanguage, isReadable } from './language.ts';
import type { LanguageJudgement } from './language.ts';
import { maskPersonalData } from './personal-data.ts';
import type { MaskedText } from './personal-data.ts';
import { readPlace } from './place.ts';
import type { PlaceContext, PlaceReading } from './place-reading.ts';
import { plainText } from './plain-text.ts';
import { classifyTopic } from './topic-model.ts';
import type { TopicGuess, TopicModel } from './topic-model.ts';
import { readWords, wordsOutside } from './words.ts';

/** Changes with every change of the tables of words; kept with each judgement beside the model's version. */
export const rulesVersion = 'rules-2026-3';

export interface UnderstandInput {
  readonly text: string;
  /** The pin of the problem; the author's own place is never given here. */
  readonly point: Point | null;
  readonly hasFiles: boolean;
  /** What the channel speaks for: a community of one town. */
  readonly territory: PlaceContext['territory'];
}

export interface Knowledge {
  readonly model: TopicModel;
  readonly gazetteer: Gazetteer;
  readonly municipalityAt: PlaceContext['municipalityAt'];
}

/** All that is understood of one text, each part with its reason. */
export interface Judgement {
  /** The text as a person reads it, without tags and hidden characters; offsets count here. */
  readonly plain: string;
  readonly kind: KindJudgement;
  readonly language: LanguageJudgement;
  /** Abuse beside the facts: they count all the same, and the answer stays polite. */
  readonly isRude: boolean;
  /** At most three, best first. */
  readonly topics: readonly TopicGuess[];
  readonly decidingWords: readonly string[];
  /** Whether the model is sure of the first topic. */
  readonly isTopicSure: boolean;
  /** Whether the first topic is to be taken without a person: topic and kind are both sure. */
  readonly actsAlone: boolean;
  readonly dangers: readonly Danger[];
  readonly masked: MaskedText;
  /** Houses in it are still to be looked up: `settleHouses` of place.ts. */
  readonly place: PlaceReading;
  readonly fingerprint: string;
  /** For `sameProblem` of duplicates.ts. */
  readonly stems: readonly number[];
  readonly modelVersion: string;
  readonly rulesVersion: string;
}

/** The kind must be at least this sure, too, before a machine acts alone. */
const SURE_KIND = 0.7;

/** Words are shown to people beside the masked text: those it hides are not. */
const seenIn = ({ text, spans }: MaskedText, words: readonly string[]): readonly string[] =>
  spans.length === 0 ? words : words.filter((word) => text.includes(word));

/** Whoever names a danger is heard, whatever else stands in the message. */
function heard(kind: KindJudgement, dangers: readonly Danger[]): KindJudgement {
  const isPutAside = kind.kind === 'spam' || kind.kind === 'not_a_problem';
  const names = dangers.some(({ level }) => level === 'emergency' || isPutAside);
  return names && kind.kind !== 'problem'
    ? { kind: 'problem', confidence: 0.5, reason: 'names_a_defect', words: [] }
    : kind;
}

/**
 * Understands one text: what it is, about what, where, how dangerous, what must be hidden. Pure and
 * deterministic; takes well under a millisecond for a usual message, time grows with the length.
 */
export function understand(input: UnderstandInput, knowledge: Knowledge): Judgement {
  const plain = plainText(input.text);
  const words = readWords(plain);
  const { topics, isSure, decidingWords } = classifyTopic(words, knowledge.model);
  const first = topics[0] ?? null;
  const language = detectLanguage(words);
  const canRead = isReadable(language);
  const dangers = findDangers(words);
  const judged = judgeKind(words, { hasFiles: input.hasFiles, topic: first, isReadable: canRead });
  const kind = heard(judged, dangers);
  const masked = maskPersonalData(plain, words);
  const place = readPlace(words, knowledge.gazetteer, {
    point: input.point,
    territory: input.territory,
    municipalityAt: knowledge.municipalityAt,
  });
  const impersonal = wordsOutside(words, masked.spans);
  return {
    plain,
    kind: { ...kind, words: seenIn(masked, kind.words) },
    language,
    isRude: isRude(words),
    topics,
    decidingWords: seenIn(masked, decidingWords),
    isTopicSure: isSure && canRead,
    actsAlone:
      isSure &&
      canRead &&
      kind.confidence >= SURE_KIND &&
      kind.kind !== 'spam' &&
      kind.kind !== 'not_a_problem',
    dangers: dangers.map((danger) => ({ ...danger, words: seenIn(masked, danger.words) })),
    masked,
    place: { ...place, matchedWords: seenIn(masked, place.matchedWords) },
    fingerprint: textFingerprint(impersonal),
    stems: problemTokens(impersonal),
    modelVersion: knowledge.model.head.version,
    rulesVersion,
  };
}
