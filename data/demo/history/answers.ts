import type { AppealKind, Resolution } from '#kernel/appeal.ts';
import { choose, upperFirst } from '../grammar/topic-grammar.ts';
import type { Random } from '../random.ts';
import * as words from './answer-words.ts';
import { dateWords, dayOf, laterDays } from './clock.ts';
import type { PlannedAnswer } from './story.ts';
import { worksFor } from './works.ts';

export interface AnswerAbout {
  readonly kind: AppealKind;
  readonly topic: string;
  /** Short name of the body that answers. */
  readonly authority: string;
  /** «по адресу: улица Садовая, дом 12» or an empty string. */
  readonly where: string;
  /** Who else could do it, for a forwarded case. */
  readonly otherBody: string;
  readonly isLazy: boolean;
}

function slots(
  about: AnswerAbout,
  at: Date,
  promised: Date,
  chance: Random,
): Readonly<Record<string, () => string>> {
  return {
    n: () => String(chance.int(2, 4)),
    warm: () => '21',
    two: () => String(chance.int(10, 99)),
    past: () => dateWords(laterDays(at, -chance.int(0, 2))),
    promised: () => dateWords(promised),
    authority: () => about.authority,
    where: () => about.where,
    place: () => about.where.replace(/^по адресу: /, '').replaceAll(/[()]/g, ''),
    opening: () => chance.pick(words.openings),
    chief: () => chance.pick(['мастером участка', 'заместителем начальника', 'главным инженером']),
    matter: () => chance.pick(words.matters),
  };
}

function say(pattern: string, about: AnswerAbout, at: Date, promised: Date, chance: Random): string {
  const table = slots(about, at, promised, chance);
  const filled = choose(pattern, chance).replaceAll(/\{(\w+)\}/g, (slot, name: string) => {
    const filler = table[name];
    if (filler === undefined) throw new Error(`no filler for ${slot}`);
    return filler();
  });
  const tidy = filled
    .replaceAll(/ +([,.])/g, '$1')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return tidy.replaceAll(/([.!?] )([а-яё])/g, (_, end: string, letter: string) => end + upperFirst(letter));
}

function fixedPattern(about: AnswerAbout, isPartly: boolean, chance: Random): string {
  const work = chance.pick(worksFor(about.topic));
  const rest = isPartly ? ' Остальное закончим до {promised}.' : '';
  const closing = chance.pick(words.closings);
  const place = about.where === '' ? '' : ' Место — {place}.';
  return chance.pick([
    `{opening} {past} ${work}.${place}${rest} Исполнитель — {authority}. ${closing}`,
    `{opening} {authority}: {past} {where} ${work}.${rest} ${closing}`,
    `{opening} Готово: {past} ${work}.${rest} {authority}. ${closing}`,
    `{opening} {authority} отвечает: {past} {where} ${work}.${rest} ${closing}`,
  ]);
}

function patternFor(resolution: Resolution, about: AnswerAbout, chance: Random): string {
  switch (resolution) {
    case 'fixed':
    case 'partly_fixed':
      return fixedPattern(about, resolution === 'partly_fixed', chance);
    case 'scheduled':
      return `{opening} ${chance.pick(words.scheduledWhy)}. Работы {where} выполним до {promised}. Ответственный — {authority}.`;
    case 'explained':
      return `{opening} ${chance.pick(words.explained[about.kind] ?? words.explained['problem'] ?? [''])} {authority}.`;
    case 'refused':
      return `{opening} Выполнить просьбу не можем: ${chance.pick(words.refusals)}. Проверили {past}. {authority}.`;
    case 'forwarded':
      return `{opening} Этот вопрос решает ${about.otherBody}. Передали сообщение {past}, ответ должен прийти до {promised}. {authority}.`;
  }
}

/** A final answer: concrete most of the time, sometimes an отписка. */
export function finalAnswer(
  resolution: Resolution,
  about: AnswerAbout,
  at: Date,
  chance: Random,
): PlannedAnswer {
  const isEvasive = about.kind === 'problem' && chance.chance(about.isLazy ? 0.4 : 0.07);
  const promised = laterDays(at, resolution === 'partly_fixed' ? chance.int(4, 20) : chance.int(6, 55));
  const needsDate = resolution === 'scheduled' || resolution === 'partly_fixed';
  const pattern = isEvasive ? chance.pick(words.evasive) : patternFor(resolution, about, chance);
  return {
    kind: 'final',
    text: say(pattern, about, at, promised, chance),
    resolution,
    promisedOn: needsDate ? dayOf(promised) : null,
    refusedWhy: resolution === 'refused' ? upperFirst(chance.pick(words.refusals)) : null,
    handedTo: resolution === 'forwarded' ? about.otherBody : null,
    hasProof: !isEvasive && resolution === 'fixed' && chance.chance(0.55),
    quality: isEvasive ? 'evasive' : chance.chance(0.15) ? 'dry' : 'good',
  };
}

export function interimAnswer(about: AnswerAbout, at: Date, chance: Random): PlannedAnswer {
  const promised = laterDays(at, chance.int(3, 12));
  return {
    kind: 'interim',
    text: say(chance.pick(words.interim), about, at, promised, chance),
    resolution: null,
    promisedOn: dayOf(promised),
    refusedWhy: null,
    handedTo: null,
    hasProof: false,
    quality: 'good',
  };
}
