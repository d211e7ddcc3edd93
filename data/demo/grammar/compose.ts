import type { MessageKind } from '#kernel/appeal.ts';
import type { Random } from '../random.ts';
import { typeBy } from './dirt.ts';
import type { Hand } from './dirt.ts';
import { idle, questions, spam, suggestions, thanks } from './other-kinds.ts';
import {
  earlierTries,
  emojis,
  farewells,
  feelings,
  formalGreetings,
  greetings,
  insults,
  photoHints,
  repeats,
  requests,
} from './phrases.ts';
import { address, mentionPlace, settlementName } from './places.ts';
import type { Mention, TruePlace } from './places.ts';
import { fill, fillSmall } from './slots.ts';
import type { SlotContext } from './slots.ts';
import { grammarOf } from './topic-grammar.ts';

export const demoChannels = ['portal', 'vk_private', 'vk_wall', 'email', 'desk'] as const;
export type DemoChannel = (typeof demoChannels)[number];

export interface Writing {
  readonly channel: DemoChannel;
  readonly kind: MessageKind;
  /** `null` for spam and idle talk. */
  readonly topic: string | null;
  readonly place: TruePlace;
  readonly mention: Mention;
  readonly isRepeat: boolean;
  readonly hasPhoto: boolean;
  readonly hand: Hand;
  /** «Ирина Олеговна Лаптева» for the signature of a letter. */
  readonly signature: string;
  readonly phone: string;
  readonly isWoman: boolean;
  readonly isFresh: boolean;
}

export interface Written {
  readonly text: string;
  /** Only letters have one. */
  readonly subject: string | null;
}

type Manner = 'few' | 'plain' | 'full' | 'angry' | 'letter' | 'noted';

const manners: Readonly<Record<DemoChannel, Readonly<Partial<Record<Manner, number>>>>> = {
  portal: { few: 0.13, plain: 0.5, full: 0.32, angry: 0.05 },
  vk_private: { few: 0.06, plain: 0.52, full: 0.34, angry: 0.08 },
  vk_wall: { few: 0.42, plain: 0.4, full: 0.06, angry: 0.12 },
  email: { full: 0.25, letter: 0.75 },
  desk: { noted: 1 },
};

function stop(sentence: string): string {
  if (/[.!?…]$/.test(sentence)) return sentence;
  return /^(Когда|Чем|Где|Куда|Почему|Кто|Сколько)\s/.test(sentence) ? `${sentence}?` : `${sentence}.`;
}

/** The place said apart, when the main sentence did not take it in. */
function aloneAddress(writing: Writing, chance: Random): string | null {
  const { place, mention } = writing;
  if (mention === 'house' && place.street !== null && place.house !== null) {
    const town =
      place.settlement !== null && chance.chance(0.45) ? `${settlementName(place.settlement)}, ` : '';
    return `${town}${address(place.street, place.house, chance)}`;
  }
  return null;
}

interface Draft {
  readonly context: SlotContext;
  readonly main: string;
  readonly address: string | null;
}

function draft(pattern: string, writing: Writing, chance: Random): Draft {
  const context = contextOf(writing, chance);
  const namesPlace = /\{(at|at_end|At_front)\}/.test(pattern);
  const main = fill(pattern, context, chance);
  return { context, main, address: namesPlace ? null : aloneAddress(writing, chance) };
}

function contextOf({ place, mention, isWoman, isFresh }: Writing, chance: Random): SlotContext {
  return {
    isWoman,
    isFresh,
    at: mentionPlace(place, mention, chance),
    entrances: place.house?.entrances ?? 4,
    storeys: place.house?.storeys ?? 5,
  };
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

function few(writing: Writing, topic: string, chance: Random): string {
  const grammar = grammarOf(topic);
  if (grammar.few.length === 0) return plain(writing, topic, chance);
  const { main, context } = draft(chance.pick(grammar.few), writing, chance);
  const at = main.includes(context.at) ? '' : context.at;
  const withPlace =
    at === ''
      ? main
      : chance.pick([
          `${main} ${at}`,
          `${at}: ${main.toLowerCase()}`,
          `${at} ${main.toLowerCase()}`,
          `${main}, ${at}`,
        ]);
  return withPlace.replace(/\.$/, '');
}

function plain(writing: Writing, topic: string, chance: Random): string {
  const grammar = grammarOf(topic);
  const { main, context, address: alone } = draft(chance.pick(grammar.main), writing, chance);
  const detail =
    grammar.details.length > 0 && chance.chance(0.4)
      ? stop(fill(chance.pick(grammar.details), context, chance))
      : null;
  const wish =
    grammar.wishes.length > 0 && chance.chance(0.45)
      ? stop(fill(chance.pick(grammar.wishes), context, chance))
      : null;
  const isBefore = chance.chance(0.5);
  return join([
    chance.chance(0.22) ? stop(chance.pick(greetings)) : null,
    isBefore && alone !== null ? stop(alone) : null,
    stop(main),
    detail,
    wish,
    !isBefore && alone !== null ? stop(chance.pick([`Адрес: ${alone}`, `Это ${alone}`, alone])) : null,
    writing.hasPhoto && chance.chance(0.2) ? stop(fill(chance.pick(photoHints), context, chance)) : null,
  ]);
}

function full(writing: Writing, topic: string, chance: Random): string {
  const grammar = grammarOf(topic);
  const { main, context, address: alone } = draft(chance.pick(grammar.main), writing, chance);
  const say = (list: readonly string[], probability: number) =>
    list.length > 0 && chance.chance(probability) ? stop(fill(chance.pick(list), context, chance)) : null;
  const hello = chance.chance(0.6) ? `${chance.pick(greetings)}${chance.pick(['!', '.', ','])}` : null;
  const opening = hello?.endsWith(',') ? main.charAt(0).toLowerCase() + main.slice(1) : main;
  return join([
    hello,
    stop(opening),
    alone === null ? null : stop(chance.pick([`Адрес: ${alone}`, `Живём: ${alone}`, alone])),
    say(grammar.details, 0.7),
    say(earlierTries, 0.45),
    say(feelings, 0.25),
    say(grammar.wishes, 0.6),
    say(requests, 0.35),
    say(farewells, 0.3),
  ]);
}

function angry(writing: Writing, topic: string, chance: Random): string {
  const { context } = draft('', writing, chance);
  const said = fill(chance.pick(insults), context, chance);
  const insult = said.endsWith('?') ? said : said + chance.pick(['!', '!!!', '.']);
  const complaint = plain(writing, topic, chance);
  return chance.chance(0.5) ? `${insult} ${complaint}` : `${complaint} ${insult}`;
}

function letter(writing: Writing, topic: string, chance: Random): string {
  const grammar = grammarOf(topic);
  const { main, context, address: alone } = draft(chance.pick(grammar.main), writing, chance);
  const say = (list: readonly string[]) =>
    list.length === 0 ? '' : stop(fill(chance.pick(list), context, chance));
  const body = join([
    stop(main),
    alone === null ? null : stop(`Адрес: ${alone}`),
    ...chance
      .shuffle(grammar.details)
      .slice(0, 2)
      .map((detail) => stop(fill(detail, context, chance))),
  ]);
  const story = join([say(earlierTries), chance.chance(0.5) ? say(feelings) : null]);
  const wish = join([say(grammar.wishes), say(requests)]);
  const signature = chance.pick([
    `С уважением, ${writing.signature}, тел. ${writing.phone}`,
    `С уважением,\n${writing.signature}\n${writing.phone}`,
    `${writing.signature}\nтел.: ${writing.phone}`,
  ]);
  return [chance.pick(formalGreetings), body, story, wish, signature]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What an operator writes down while someone speaks. */
function noted(writing: Writing, topic: string, chance: Random): string {
  const grammar = grammarOf(topic);
  const { main, context, address: alone } = draft(chance.pick(grammar.main), writing, chance);
  const wish =
    grammar.wishes.length > 0 && chance.chance(0.6)
      ? ` Просит: ${fillSmall(chance.pick(grammar.wishes), context, chance)}.`
      : '';
  const small = main.charAt(0).toLowerCase() + main.slice(1);
  const opening = chance.pick([
    'Заявитель сообщает: ',
    'Звонок. ',
    'По телефону: ',
    'Со слов заявителя: ',
    'Устное обращение. ',
    'Заявительница: ',
  ]);
  return `${opening}${opening.endsWith(': ') ? stop(small) : stop(main)}${alone === null ? '' : ` Адрес: ${alone}.`}${wish}`;
}

function cleanText(writing: Writing, chance: Random): string {
  const { kind, topic } = writing;
  const two = () => String(chance.int(10, 99));
  if (kind === 'spam') return fill(chance.pick(spam).replaceAll('{two}', two), nowhere, chance);
  if (kind === 'not_a_problem' || topic === null) return fill(chance.pick(idle), nowhere, chance);
  const context = contextOf(writing, chance);
  const hello = chance.chance(0.3) ? `${chance.pick(greetings)}! ` : '';
  const fitting = (list: readonly (readonly [string, string])[]) =>
    list.filter(([about]) => about === topic).map(([, pattern]) => pattern);
  if (kind === 'suggestion') return hello + stop(fill(chance.pick(fitting(suggestions)), context, chance));
  if (kind === 'question') return hello + fill(chance.pick(fitting(questions)), context, chance);
  if (kind === 'thanks') return hello + stop(fill(chance.pick(thanks), context, chance));
  const write = { few, plain, full, angry, letter, noted }[chance.weighted<Manner>(manners[writing.channel])];
  return write(writing, topic, chance);
}

const subjects = [
  'Жалоба',
  'Обращение',
  'Прошу помочь',
  'Просьба жителей',
  'Вопрос',
  'Прошу принять меры',
  'Без темы',
  'Заявление',
] as const;

const nowhere: SlotContext = { at: '', entrances: 1, storeys: 1, isWoman: false, isFresh: false };

/** One message, typed by its author's hand. */
export function compose(writing: Writing, chance: Random): Written {
  const clean = cleanText(writing, chance);
  const again =
    writing.isRepeat && writing.channel !== 'desk'
      ? `${stop(fill(chance.pick(repeats), nowhere, chance))} `
      : '';
  const isLetter = writing.channel === 'email';
  const hand: Hand =
    writing.channel === 'desk' || isLetter
      ? { ...writing.hand, letters: 'tidy', stops: 'full', shouts: false, slips: writing.hand.slips / 2 }
      : writing.hand;
  const typed = typeBy(hand, again + clean, chance).replaceAll(/ {2,}/g, ' ');
  const isSocial = writing.channel === 'vk_wall' || writing.channel === 'vk_private';
  const face =
    isSocial && chance.chance(writing.kind === 'thanks' ? 0.1 : 0.16)
      ? ` ${chance.pick(emojis).repeat(chance.pick([1, 1, 1, 3]))}`
      : '';
  return { text: typed + face, subject: isLetter ? chance.pick(subjects) : null };
}

/** Topics about which people also suggest or ask. */
export const topicsOfSuggestions: readonly string[] = [...new Set(suggestions.map(([topic]) => topic))];
export const topicsOfQuestions: readonly string[] = [...new Set(questions.map(([topic]) => topic))];
