import type { DemoChannel } from '../grammar/compose.ts';
import { inventHand } from '../grammar/dirt.ts';
import type { Hand } from '../grammar/dirt.ts';
import { inventPerson, transliterate } from '../organisations/person-names.ts';
import type { Random } from '../random.ts';

/** Someone who writes. Invented; the phone is from a range given to nobody, the address from a reserved domain. */
export interface Author {
  /** `a00012`; the same in every message of the same person. */
  readonly key: string;
  readonly fullName: string;
  /** As a social network shows it. */
  readonly screenName: string;
  readonly signature: string;
  readonly isWoman: boolean;
  readonly phone: string;
  readonly email: string;
  readonly hand: Hand;
  readonly settlement: string;
  readonly channels: Readonly<Record<DemoChannel, number>>;
}

/** How many write where, in all; older people call and come, younger ones comment. */
const mixes: readonly Readonly<Record<DemoChannel, number>>[] = [
  { portal: 8, vk_private: 1, vk_wall: 0.5, email: 0.6, desk: 0.2 },
  { portal: 1, vk_private: 4, vk_wall: 6, email: 0.1, desk: 0 },
  { portal: 0.4, vk_private: 0.2, vk_wall: 0.2, email: 2, desk: 5 },
];

/** Invents the author with this number. */
export function inventAuthor(index: number, settlement: string, chance: Random): Author {
  const person = inventPerson(chance);
  const { surname, given, patronymic } = person;
  const first = chance.int(0, 99);
  const second = chance.int(0, 99);
  const two = (value: number) => String(value).padStart(2, '0');
  const latinName = transliterate(`${surname}.${given.charAt(0)}`.toLowerCase());
  return {
    key: `a${String(index).padStart(5, '0')}`,
    fullName: `${surname} ${given} ${patronymic}`,
    screenName: chance.chance(0.85) ? `${given} ${surname}` : `${given} ${surname.charAt(0)}.`,
    signature: chance.pick([
      `${surname} ${given} ${patronymic}`,
      `${given} ${patronymic} ${surname}`,
      `${surname} ${given.charAt(0)}. ${patronymic.charAt(0)}.`,
    ]),
    isWoman: patronymic.endsWith('на'),
    phone: chance.pick([
      `8 (900) 000-${two(first)}-${two(second)}`,
      `8 900 000 ${two(first)} ${two(second)}`,
      `8900000${two(first)}${two(second)}`,
    ]),
    email: `${latinName}${index}@example.org`,
    hand: inventHand(chance),
    settlement,
    channels: mixes[Number(chance.weighted({ 0: 0.52, 1: 0.33, 2: 0.15 }))] ?? {
      portal: 1,
      vk_private: 0,
      vk_wall: 0,
      email: 0,
      desk: 0,
    },
  };
}

/** Some write once, some often: authors are drawn again from their own settlement. */
export function authorPool(chance: Random): (settlement: string) => Author {
  const bySettlement = new Map<string, Author[]>();
  let count = 0;
  return (settlement) => {
    const known = bySettlement.get(settlement) ?? [];
    if (known.length > 3 && chance.chance(0.3))
      return known[Math.floor(chance.next() ** 2 * known.length)] ?? chance.pick(known);
    count += 1;
    const author = inventAuthor(count, settlement, chance);
    bySettlement.set(settlement, [...known.slice(-400), author]);
    return author;
  };
}
