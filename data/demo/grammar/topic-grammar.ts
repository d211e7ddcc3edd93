import { topics } from '#data/topics/topics.ts';
import type { Random } from '../random.ts';
import { housing } from './topics/housing.ts';
import { people } from './topics/people.ts';
import { roads } from './topics/roads.ts';
import { yards } from './topics/yards.ts';

/**
 * How people write about one topic. In the files of `topics/` every line is one pattern and its first sign says what it is:
 * `-` a few words, as in a comment; `=` the main sentence; `+` a detail; `?` what the author wants.
 * `[a|b]` is a choice, `{at}` and other names in braces are filled from the place and the moment.
 */
export interface TopicGrammar {
  readonly few: readonly string[];
  readonly main: readonly string[];
  readonly details: readonly string[];
  readonly wishes: readonly string[];
}

function parse(source: string): TopicGrammar {
  const lines = source.split('\n').filter((line) => line !== '');
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
  return { few: marked('-'), main: marked('='), details: marked('+'), wishes: marked('?') };
}

/** The first letter small, unless the word is an abbreviation. */
export function lowerFirst(text: string): string {
  return /^[А-ЯЁA-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const own = new Map(
  Object.entries({ ...roads, ...yards, ...housing, ...people }).map(([code, source]) => [
    code,
    parse(source),
  ]),
);

const genericDetails = [
  'Так продолжается {since}',
  'Куда только не обращались',
  'Не только у нас так',
  'Хотелось бы понять почему',
  'Раньше такого не было',
  'Отвечают одно и то же: ждите',
];
const genericWishes = [
  'Прошу разобраться',
  '[Помогите|Прошу помочь] [решить вопрос|разобраться]',
  'Примите меры',
  'Жду ответа по существу',
];

const borrowed = new Map(
  topics.map(({ code, examples }): [string, TopicGrammar] => [
    code,
    {
      few: examples
        .filter((example) => example.length < 45)
        .map((example) => lowerFirst(example.replace(/[.!]$/, ''))),
      main: examples.flatMap((example) => {
        const bare = upperFirst(example.replace(/[.!?]+$/, ''));
        if (example.endsWith('?')) return [`${bare}?`, `[Подскажите|Объясните], ${lowerFirst(bare)}?`];
        return [`${bare}, {at_end}`, `{At_front}${lowerFirst(bare)}`, `${bare}, и так {since}`];
      }),
      details: genericDetails,
      wishes: genericWishes,
    },
  ]),
);

/** Topics with patterns of their own. */
export const ownTopics: ReadonlySet<string> = new Set(own.keys());

/** The patterns of a topic: its own, or built around the example phrases of its passport. */
export function grammarOf(topic: string): TopicGrammar {
  const found = own.get(topic) ?? borrowed.get(topic);
  if (found === undefined) throw new Error(`no topic ${topic}`);
  return found;
}

/** Takes one of every `[a|b]`, the innermost first. */
export function choose(pattern: string, chance: Random): string {
  let text = pattern;
  while (/\[[^[\]]*\]/.test(text)) {
    text = text.replaceAll(/\[([^[\]]*)\]/g, (_, options: string) => chance.pick(options.split('|')));
  }
  return text;
}
