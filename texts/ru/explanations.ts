import { objects } from './objects.ts';

/** Words a decision was made with, by name; what is missing is left out of the sentence, never shown as a gap. */
export type ExplanationParams = Readonly<Record<string, string>>;

const about = (p: ExplanationParams, name: string, write: (value: string) => string): string => {
  const value = p[name];
  return value === undefined || value === '' ? '' : write(value);
};
const registerRow = (p: ExplanationParams): string =>
  about(p, 'source', (source) => ` Основание: ${source}${about(p, 'date', (date) => `, ${date}`)}.`);

/** «Так заканчивались 83 из 90 карточек»; где сосчитать нечего — насколько уверена модель. */
const historyRow = (p: ExplanationParams): string => {
  const matter = `${about(p, 'topic', (t) => ` на тему «${t}»`)}${about(p, 'territory', (t) => `, территория: ${t}`)}`;
  const body = `${p['organisation'] || 'Эта организация'} обычно решает такие вопросы`;
  const counted = about(
    p,
    'cases',
    (cases) => `: у неё заканчивались ${p['ended'] ?? ''} из ${cases}${matter}`,
  );
  return `${body}${counted}${about(p, 'share', (share) => ` (уверенность ${share} %)`)}.`;
};

/** Why this organisation answers: a sentence a person can check. */
export const explanations: Readonly<Record<string, (p: ExplanationParams) => string>> = {
  by_house_manager: (p) =>
    `${p['organisation'] || 'Организация'} управляет домом${about(p, 'address', (a) => ` по адресу ${a}`)}.${registerRow(p)}`,
  by_object_owner: (p) =>
    `${p['organisation'] || 'Организация'} — балансодержатель. Объект: ${objects.named({ kind: p['kind'] ?? '', name: p['name'] ?? null, number: p['number'] ?? null })}${about(p, 'meters', (m) => `, ${objects.away(Number(m))}`)}.`,
  by_street_owner: (p) =>
    `${p['organisation'] || 'Организация'} отвечает за улицу${about(p, 'street', (s) => `: ${s}`)}.${registerRow(p)}`,
  by_rule_topic: (p) =>
    `По реестру ответственности ${p['organisation'] || 'эта организация'} отвечает за тему${about(p, 'topic', (t) => ` «${t}»`)}${about(p, 'territory', (t) => `, территория: ${t}`)}.${registerRow(p)}`,
  by_rule_sector: (p) =>
    `По реестру ответственности ${p['organisation'] || 'эта организация'} отвечает за весь блок${about(p, 'sector', (s) => ` «${s}»`)}${about(p, 'territory', (t) => `, территория: ${t}`)}.${registerRow(p)}`,
  by_rule_kind: (p) =>
    `По реестру ответственности такими вопросами${about(p, 'topic', (t) => ` («${t}»)`)} занимается ${p['organisation'] || 'эта организация'}${about(p, 'territory', (t) => `, территория: ${t}`)}.${registerRow(p)}`,
  by_history: (p) => `Реестр ответственности молчит, решено по истории. ${historyRow(p)}`,
  history_suggests: (p) =>
    `Реестр ответственности молчит, история подсказывает. ${historyRow(p)} Проверьте и назначьте ответственного.`,
  history_differs: (p) => `История говорит иное, чем реестр. ${historyRow(p)}`,
  supervisor_instead: (p) =>
    `Жалуются${about(p, 'complainedOf', (c) => ` на организацию ${c}`)}, поэтому передано тому, кто её контролирует: ${p['organisation'] || 'надзорный орган'} (59-ФЗ, статья 8).`,
  by_person: (p) => `Ответственного выбрал сотрудник${about(p, 'by', (name) => `: ${name}`)}.`,
  not_determined: (p) =>
    `В реестре ответственности нет строки${about(p, 'topic', (t) => ` для темы «${t}»`)}${about(p, 'territory', (t) => `, территория: ${t}`)}. Назначьте ответственного вручную.`,
  no_place: () => 'Место неизвестно: выберите муниципалитет — и ответственный найдётся.',
  no_topic: () => 'Тема ещё не определена, поэтому и ответственного искать рано. Выберите тему.',
  waits_for_kind: () =>
    'Сначала решите, что это — проблема, вопрос или предложение: от этого зависит, кому передать.',
};

/** For a decision whose code this version of the console does not know. */
export const explanationUnknown = 'Как выбран ответственный, записано в истории карточки.';
