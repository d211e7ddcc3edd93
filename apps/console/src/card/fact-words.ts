import type { StaffTexts } from '#texts/ru/staff.ts';
import type { Names } from '../app/reference.ts';
import type { Card } from './use-card.ts';

export type Fact = Card['timeline'][number];

export interface FactWords {
  readonly who: string | null;
  readonly what: string;
  /** Somebody's own words: a reason, a note, a report. */
  readonly said: string | null;
}

export interface FactContext {
  readonly texts: StaffTexts;
  readonly names: Names;
  readonly explain: (explanation: Card['responsible']['explanation']) => string;
  readonly moment: (instant: string) => string;
}

const known = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? '';

/** A reason is either a code of ours (declined as …, returned because …) or a person's own words. */
function reasonWords(texts: StaffTexts, reason: string | null): string | null {
  if (reason === null || reason === '') return null;
  const declined: Readonly<Record<string, string>> = texts.lifecycle.declinedAs;
  const returned: Readonly<Record<string, string>> = texts.answer.returnReasons;
  const own = declined[reason] ?? returned[reason];
  if (own !== undefined) return own;
  return /^[a-z]+(_[a-z]+)*$/.test(reason) ? null : reason;
}

const joined = (...parts: (string | null)[]): string | null => {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.join('. ');
};

function deliveredWords({ purpose, state }: Extract<Fact, { what: 'delivered' }>, texts: StaffTexts): string {
  const { deliveries } = texts.answer;
  return texts.card.timeline.delivered(
    known(deliveries.purpose, purpose) || texts.answer.title,
    known(deliveries.state, state),
  );
}

/** The machine judges it all; of a person only what they said. */
function understoodWords(
  { kind, topic, corrected }: Extract<Fact, { what: 'understood' }>,
  { card, lifecycle }: StaffTexts,
  names: Names,
): string {
  const t = card.timeline;
  const name = names.topic(topic);
  const kindName = lifecycle.kind[kind].toLocaleLowerCase();
  if (corrected.length === 0) return t.understood(kindName, name);
  const words = {
    kind: t.corrected.kind(kindName),
    topic: t.corrected.topic(name ?? card.understanding.topicNone),
    place: t.corrected.place,
  };
  return corrected.map((field) => words[field]).join(', ');
}

/** One fact of the history in words: who, what, and what they said. */
export function factWords(fact: Fact, { texts, names, explain, moment }: FactContext): FactWords {
  const { timeline: t } = texts.card;
  const resident = texts.lifecycle.byWhom.resident;
  switch (fact.what) {
    case 'moved': {
      const said = joined(reasonWords(texts, fact.reason), fact.note);
      return { who: fact.by ?? texts.lifecycle.byWhom[fact.byWhom], what: t.moves[fact.action], said };
    }
    case 'understood':
      return { who: fact.by ?? t.nobody, what: understoodWords(fact, texts, names), said: null };
    case 'made_responsible': {
      const name = names.authority(fact.authorityId)?.name;
      const what = name === undefined ? t.responsibleNone : t.responsible(name);
      return { who: fact.by ?? t.nobody, what, said: joined(explain(fact.explanation), fact.note) };
    }
    case 'problem_moved': {
      const what = t.problem(texts.lifecycle.problem[fact.to].toLocaleLowerCase());
      return { who: fact.by ?? texts.lifecycle.byWhom[fact.byWhom], what, said: null };
    }
    case 'tied':
      return { who: fact.by ?? t.nobody, what: t.tied[fact.how](fact.numbers.join(', ')), said: null };
    case 'asked':
      return { who: fact.by ?? t.nobody, what: t.asked(fact.question), said: null };
    case 'wrote':
      return { who: resident, what: fact.isEdit ? t.edited : t.wrote, said: fact.text };
    case 'noted':
      return { who: fact.by ?? t.nobody, what: t.noted, said: fact.text };
    case 'assigned': {
      const what = t.assigned(names.authority(fact.authorityId)?.shortName ?? '');
      return { who: fact.by ?? t.nobody, what, said: fact.task };
    }
    case 'reported':
      return { who: fact.by ?? t.nobody, what: t.reported, said: fact.report };
    case 'extended':
      return { who: null, what: t.extended(moment(fact.until)), said: fact.reason };
    case 'delivered':
      return { who: t.nobody, what: deliveredWords(fact, texts), said: null };
    case 'confirmed':
      return { who: resident, what: t.confirmed[fact.verdict], said: fact.reason };
    case 'rated':
      return { who: resident, what: t.rated[fact.subject](fact.score), said: null };
  }
}
