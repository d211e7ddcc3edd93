import type { Random } from '../random.ts';
import { choose, lowerFirst, upperFirst } from './topic-grammar.ts';

const since = [
  'уже неделю',
  'третий день',
  'вторую неделю',
  'с понедельника',
  'с прошлой недели',
  'больше месяца',
  'второй месяц',
  'четвёртый день',
  'дней десять',
  'с прошлой среды',
  'со вчерашнего вечера',
  'с субботы',
  'пятый день',
  'с начала месяца',
  'две недели',
  'почти месяц',
  'несколько дней',
] as const;
const justNow = [
  'с утра',
  'со вчерашнего вечера',
  'с ночи',
  'уже несколько часов',
  'с обеда',
  'с самого рассвета',
] as const;
const ordinals = [
  ['первом', 'первого'],
  ['втором', 'второго'],
  ['третьем', 'третьего'],
  ['четвёртом', 'четвёртого'],
  ['пятом', 'пятого'],
] as const;
const times = [
  'в 7:20',
  'около восьми утра',
  'в 18:05',
  'в половине шестого',
  'в 13:40',
  'примерно в 9 вечера',
  'в 6:50',
  'после обеда',
] as const;

/** What the slots of one message know: the phrase of place, and how many entrances and storeys the house has. */
export interface SlotContext {
  /** With a preposition: «на Садовой 12»; empty when the author names no place. */
  readonly at: string;
  readonly entrances: number;
  readonly storeys: number;
  /** «писала» or «писал». */
  readonly isWoman: boolean;
  /** Whether it has only just happened: nobody waits for weeks yet. */
  readonly isFresh: boolean;
}

function entranceWords(context: SlotContext, chance: Random): readonly [inside: string, beside: string] {
  const number = chance.int(1, Math.max(1, Math.min(5, context.entrances)));
  const [inside, beside] = ordinals[number - 1] ?? ordinals[0];
  return chance.pick([
    [`в ${inside} подъезде`, `у ${beside} подъезда`],
    [`в ${number} подъезде`, `у ${number} подъезда`],
    [`в ${number}-м подъезде`, `у ${number}-го подъезда`],
    ['в подъезде', 'у подъезда'],
    [`в подъезде № ${number}`, `возле подъезда № ${number}`],
  ] as const);
}

function fillers(context: SlotContext, chance: Random): Readonly<Record<string, () => string>> {
  return {
    at: () => context.at,
    а: () => (context.isWoman ? 'а' : ''),
    at_end: () => (context.at === '' ? 'помогите' : context.at),
    At_front: () => (context.at === '' ? '' : `${context.at} `),
    since: () => chance.pick(context.isFresh ? justNow : since),
    number: () => chance.pick(['4', '7', '12', '14', '21', '105', '116']),
    entrance: () => entranceWords(context, chance)[0],
    by_entrance: () => entranceWords(context, chance)[1],
    floor: () => `на ${chance.int(1, Math.max(1, context.storeys))} этаже`,
    time: () => chance.pick(times),
    route: () =>
      choose('[№ |автобус |маршрут |]', chance) +
      chance.pick(['4', '7', '12', '14', '21', '26к', '33', '105', '108', '116']),
  };
}

/** «автобус автобус 12» and «маршрут маршрут № 4» must not be said twice. */
function withoutEcho(text: string): string {
  return text
    .replaceAll(/(автобус|маршрут)(\S*) (автобус|маршрут) /gi, '$1$2 ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([,.!?])/g, '$1')
    .trim();
}

/** Fills every choice and slot of a pattern; the first letter becomes a capital, inside it stays as it is. */
export function fill(pattern: string, context: SlotContext, chance: Random): string {
  const table = fillers(context, chance);
  const filled = choose(pattern, chance).replaceAll(/\{([\wа]+)\}/g, (slot, name: string) => {
    const filler = table[name];
    if (filler === undefined) throw new Error(`no filler for ${slot}`);
    return filler();
  });
  return upperFirst(withoutEcho(filled.replace(/^ +/, '')));
}

export function fillSmall(pattern: string, context: SlotContext, chance: Random): string {
  return lowerFirst(fill(pattern, context, chance));
}
