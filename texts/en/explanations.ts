import type { ExplanationParams, explanations as russian } from '../ru/explanations.ts';
import { objects } from './objects.ts';

const about = (p: ExplanationParams, name: string, write: (value: string) => string): string => {
  const value = p[name];
  return value === undefined || value === '' ? '' : write(value);
};
const registerRow = (p: ExplanationParams): string =>
  about(p, 'source', (source) => ` Basis: ${source}${about(p, 'date', (date) => `, ${date}`)}.`);

const historyRow = (p: ExplanationParams): string => {
  const matter = `${about(p, 'topic', (t) => ` about “${t}”`)}${about(p, 'territory', (t) => `, territory: ${t}`)}`;
  const body = `${p['organisation'] || 'This body'} usually answers for such cases`;
  const counted = about(
    p,
    'cases',
    (cases) => `: ${p['ended'] ?? ''} of ${cases} cases${matter} ended there`,
  );
  return `${body}${counted}${about(p, 'share', (share) => ` (confidence ${share} %)`)}.`;
};

export const explanations: typeof russian = {
  by_house_manager: (p) =>
    `${p['organisation'] || 'The body'} manages the house${about(p, 'address', (a) => ` at ${a}`)}.${registerRow(p)}`,
  by_object_owner: (p) =>
    `${p['organisation'] || 'The body'} keeps the object: ${objects.named({ kind: p['kind'] ?? '', name: p['name'] ?? null, number: p['number'] ?? null })}${about(p, 'meters', (m) => `, ${objects.away(Number(m))}`)}.`,
  by_street_owner: (p) =>
    `${p['organisation'] || 'The body'} is responsible for the street${about(p, 'street', (s) => `: ${s}`)}.${registerRow(p)}`,
  by_rule_topic: (p) =>
    `By the responsibility register ${p['organisation'] || 'this body'} answers for the topic${about(p, 'topic', (t) => ` “${t}”`)}${about(p, 'territory', (t) => `, territory: ${t}`)}.${registerRow(p)}`,
  by_rule_sector: (p) =>
    `By the responsibility register ${p['organisation'] || 'this body'} answers for the whole sector${about(p, 'sector', (s) => ` “${s}”`)}${about(p, 'territory', (t) => `, territory: ${t}`)}.${registerRow(p)}`,
  by_rule_kind: (p) =>
    `By the responsibility register such matters${about(p, 'topic', (t) => ` (“${t}”)`)} belong to ${p['organisation'] || 'this body'}${about(p, 'territory', (t) => `, territory: ${t}`)}.${registerRow(p)}`,
  by_history: (p) => `The responsibility register is silent, history decided. ${historyRow(p)}`,
  history_suggests: (p) =>
    `The responsibility register is silent, history suggests a body. ${historyRow(p)} Check it and assign.`,
  history_differs: (p) => `History says otherwise than the register. ${historyRow(p)}`,
  supervisor_instead: (p) =>
    `The complaint is about${about(p, 'complainedOf', (c) => ` ${c}`)}, so it went to the supervising body: ${p['organisation'] || 'the supervisor'} (59-FZ, article 8).`,
  by_person: (p) =>
    `The responsible body was chosen by a member of staff${about(p, 'by', (name) => `: ${name}`)}.`,
  not_determined: (p) =>
    `The responsibility register has no row${about(p, 'topic', (t) => ` for the topic “${t}”`)}${about(p, 'territory', (t) => `, territory: ${t}`)}. Assign a body by hand.`,
  no_place: () => 'The place is not known: choose the municipality, and the responsible body will be found.',
  no_topic: () => 'The topic is not determined yet, so neither is the responsible body. Choose a topic.',
  waits_for_kind: () =>
    'First decide what this is, a problem, a question or a suggestion: whom to give it to depends on that.',
};

export const explanationUnknown =
  'How the responsible body was chosen is written in the history of the case.';
