import type { Position } from '../geography/plane.ts';
import { fill } from '../grammar/slots.ts';
import type { TruePlace } from '../grammar/places.ts';
import type { Random } from '../random.ts';
import type { Author } from './authors.ts';

/** A place the region does not know. */
export const unknownPlace: TruePlace = { settlement: null, street: null, house: null, landmark: null };

const outsideWords = [
  'Это [уже в соседней области|за границей края], {km} км за постом',
  'Случилось в соседнем регионе, на трассе, {km}-й километр',
  'Сам{а} живу в крае, но это уже за его границей, {km} км',
] as const;

/** The sentence that tells the problem lies beyond the border. */
export function outsideNote({ isWoman }: Author, chance: Random): string {
  const pattern = chance.pick(outsideWords).replace('{km}', String(chance.int(4, 90)));
  return ` ${fill(pattern, { at: '', entrances: 1, storeys: 1, isWoman, isFresh: false }, chance)}.`;
}

/** A point on a road of another region. */
export function pointOutside(chance: Random): Position {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return [round(chance.between(44.2, 45.2)), round(chance.between(57.4, 58))];
}
