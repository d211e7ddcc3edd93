import { readFileSync } from 'node:fs';
import type { MessageKind } from '#kernel/appeal.ts';
import { messageKinds } from '#kernel/appeal.ts';
import { judgeKind } from '../rules/kind.ts';
import type { KindJudgement } from '../rules/kind.ts';
import { isRude } from '../rules/kind-rudeness.ts';
import { detectLanguage, isReadable } from '../rules/language.ts';
import { plainText } from '../rules/plain-text.ts';
import { readWords } from '../rules/words.ts';

/** An invented message and what it is. `rude`: abuse with facts, which is a problem. */
export interface KindText {
  readonly text: string;
  readonly kind: MessageKind;
  readonly isRude: boolean;
}

/** The invented messages of `kind-texts.txt`. */
export function readKindTexts(): KindText[] {
  const texts: KindText[] = [];
  let heading = '';
  for (const line of readFileSync(new URL('./kind-texts.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('# ')) heading = line.slice(2);
    else if (line !== '')
      texts.push({
        text: line,
        kind: messageKinds.find((kind) => kind === heading) ?? 'problem',
        isRude: heading === 'rude',
      });
  }
  return texts;
}

/** What the rules say of a text, without a model of topics. */
export function judgeText(text: string): KindJudgement & { readonly isRude: boolean } {
  const words = readWords(plainText(text));
  const isOurs = isReadable(detectLanguage(words));
  return { ...judgeKind(words, { hasFiles: false, topic: null, isReadable: isOurs }), isRude: isRude(words) };
}

export interface KindFigures {
  readonly n: number;
  readonly accuracy: number;
  /** Said kind → share of it that is so. */
  readonly precision: Readonly<Record<string, number>>;
  readonly recall: Readonly<Record<string, number>>;
  /** True kind → said kind → how many. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** How the kinds are told on the invented messages. */
export function measureKinds(texts: readonly KindText[]): KindFigures {
  const confusion: Record<string, Record<string, number>> = {};
  for (const { text, kind } of texts) {
    const row = (confusion[kind] ??= {});
    const said = judgeText(text).kind;
    row[said] = (row[said] ?? 0) + 1;
  }
  const right = (kind: string): number => confusion[kind]?.[kind] ?? 0;
  const said = (kind: string): number =>
    Object.values(confusion).reduce((sum, row) => sum + (row[kind] ?? 0), 0);
  const are = (kind: string): number => Object.values(confusion[kind] ?? {}).reduce((sum, n) => sum + n, 0);
  const rounded = (part: number, whole: number): number =>
    whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000;
  return {
    n: texts.length,
    accuracy: rounded(
      messageKinds.reduce((sum, kind) => sum + right(kind), 0),
      texts.length,
    ),
    precision: Object.fromEntries(messageKinds.map((kind) => [kind, rounded(right(kind), said(kind))])),
    recall: Object.fromEntries(messageKinds.map((kind) => [kind, rounded(right(kind), are(kind))])),
    confusion,
  };
}
