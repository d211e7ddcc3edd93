import { describe, expect, test } from 'vitest';
import { problemStates } from '#kernel/appeal.ts';
import { mapStateOf, middleOfBlock, shownToPublic, type Mappable, type ShownTopic } from './public-map.ts';

const road: ShownTopic = { visibility: 'public', isResidential: false, smallCounts: false };
const topics: ReadonlyMap<string, ShownTopic> = new Map([
  ['road_potholes', road],
  ['roof_leak', { ...road, isResidential: true }],
  ['accessibility', { ...road, smallCounts: true }],
  ['ambulance', { ...road, visibility: 'sensitive', smallCounts: true }],
  ['utility_bills', { ...road, visibility: 'sensitive', isResidential: true }],
  ['violence', { ...road, visibility: 'hidden' }],
]);

const house = { lat: 61.0301, lon: 50.1302 };
const problem = (topic: string, at: Partial<Mappable> = house): Mappable => ({
  topic,
  municipality_id: 1,
  lat: null,
  lon: null,
  shape: null,
  ...at,
});

describe('on the public map', () => {
  test.each([
    ['a road stands where it is', 'road_potholes', house],
    ['a dwelling is moved to the middle of its block', 'roof_leak', middleOfBlock(house)],
  ])('%s', (_, topic, at) => {
    expect(shownToPublic([problem(topic)], topics)).toEqual([{ problem: problem(topic), at, shape: null }]);
  });

  test.each([
    ['a sensitive topic, however many', 'ambulance'],
    ['a sensitive dwelling', 'utility_bills'],
    ['a hidden topic', 'violence'],
    ['a topic nobody knows', 'no_such_topic'],
  ])('there is never %s', (_, topic) => {
    expect(
      shownToPublic(
        Array.from({ length: 5 }, () => problem(topic)),
        topics,
      ),
    ).toEqual([]);
  });

  test('a topic of small counts appears from the third problem of a municipality on, without its exact place', () => {
    const two = [problem('accessibility'), problem('accessibility')];
    const elsewhere = problem('accessibility', { ...house, municipality_id: 2 });
    expect(shownToPublic([...two, elsewhere], topics)).toEqual([]);
    const three = shownToPublic([...two, problem('accessibility'), elsewhere], topics);
    expect(three.map(({ at }) => at)).toEqual(Array.from({ length: 3 }, () => middleOfBlock(house)));
  });

  test('what has no place has no point, and is still there to be counted', () => {
    expect(shownToPublic([problem('road_potholes', {})], topics)).toEqual([
      { problem: problem('road_potholes', {}), at: null, shape: null },
    ]);
  });

  test('a road in holes is drawn along its length, whatever concerns a dwelling is not', () => {
    const shape = {
      type: 'LineString',
      coordinates: [
        [50.13, 61.03],
        [50.14, 61.03],
      ],
    } as const;
    const drawn = (topic: string) => shownToPublic([problem(topic, { ...house, shape })], topics)[0]?.shape;
    expect(drawn('road_potholes')).toEqual(shape);
    expect(drawn('roof_leak')).toBeNull();
  });

  test('neighbouring houses are told as one place, which is the house of neither', () => {
    const neighbour = { lat: house.lat + 0.0001, lon: house.lon + 0.0001 };
    expect(middleOfBlock(neighbour)).toEqual(middleOfBlock(house));
    expect(middleOfBlock(house)).not.toEqual(house);
  });
});

test('only a fix that residents or an inspector confirmed is done', () => {
  expect(problemStates.filter((state) => mapStateOf[state] === 'done')).toEqual([
    'fixed_confirmed',
    'verified_on_site',
  ]);
});
