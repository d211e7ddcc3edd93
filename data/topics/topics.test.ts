import { describe, expect, test } from 'vitest';
import { isInSeason } from '#centre/rules/topic.ts';
import { sectors, topicByCode, topics } from './topics.ts';

const inSector = (sector: string) => topics.filter((topic) => topic.sector === sector);

describe('the shipped topics', () => {
  test('are enough for a region: 120 topics or more over at least 17 sectors', () => {
    expect(topics.length).toBeGreaterThanOrEqual(120);
    expect(sectors.length).toBeGreaterThanOrEqual(17);
  });

  test('have unique codes, unique names within a sector and unique sector codes', () => {
    expect(new Set(topics.map((topic) => topic.code)).size).toBe(topics.length);
    expect(new Set(topics.map((topic) => `${topic.sector}/${topic.name.ru}`)).size).toBe(topics.length);
    expect(new Set(sectors.map((sector) => sector.code)).size).toBe(sectors.length);
  });

  test('give at least three different examples each, and no example twice', () => {
    for (const topic of topics) expect(new Set(topic.examples).size, topic.code).toBeGreaterThanOrEqual(3);
    const all = topics.flatMap((topic) => topic.examples);
    expect(new Set(all).size).toBe(all.length);
  });

  test('warn only of topics that exist, and never of themselves', () => {
    for (const topic of topics)
      for (const other of topic.doNotConfuseWith) {
        expect(topicByCode(other), `${topic.code} → ${other}`).toBeDefined();
        expect(other).not.toBe(topic.code);
      }
  });

  test('leave a place for what fits nowhere in every sector', () => {
    for (const sector of sectors)
      expect(
        inSector(sector.code).filter((topic) => topic.isCatchAll),
        sector.code,
      ).toHaveLength(1);
  });

  test('are found by code', () => {
    expect(topicByCode('open_manhole')?.name.ru).toBe('Открытый люк, провал');
    expect(topicByCode('no_such_topic')).toBeUndefined();
  });
});

describe('privacy of topics', () => {
  test('every topic of health care is closed and its small counts are not published', () => {
    for (const topic of inSector('health')) {
      expect(topic.visibility, topic.code).not.toBe('public');
      expect(topic.smallCounts, topic.code).toBe(true);
    }
  });

  test('social care is closed except where the matter is a ramp or an offer of help', () => {
    const open = inSector('social').filter((topic) => topic.visibility === 'public');
    expect(open.map((topic) => topic.code)).toEqual(['accessibility', 'volunteering']);
    for (const topic of inSector('social'))
      if (topic.visibility !== 'public')
        expect([topic.smallCounts, topic.isResidential], topic.code).toEqual([true, true]);
  });

  test('labour is closed except support of business', () => {
    const open = inSector('labour').filter((topic) => topic.visibility === 'public');
    expect(open.map((topic) => topic.code)).toEqual(['business_support']);
  });

  test('corruption, violence and children in danger are not shown at all', () => {
    const hidden = topics.filter((topic) => topic.visibility === 'hidden').map((topic) => topic.code);
    expect(hidden.toSorted()).toEqual(['corruption', 'guardianship', 'violence']);
  });

  test('money of a household is not public', () => {
    for (const code of ['utility_bills', 'capital_repair_fee', 'waste_fee', 'redevelopment', 'benefit_delay'])
      expect(topicByCode(code)?.visibility, code).toBe('sensitive');
  });

  test('an answer on a closed or dangerous topic is approved before it goes out', () => {
    for (const topic of topics)
      if (topic.visibility === 'hidden' || topic.danger === 'emergency' || topic.smallCounts)
        expect(topic.approval, topic.code).toBe('required');
  });
});

describe('urgency of topics', () => {
  test.each(['open_manhole', 'gas_smell', 'fallen_wires', 'emergency', 'flood', 'violence'])(
    '%s shows 112',
    (code) => {
      expect(topicByCode(code)?.danger).toBe('emergency');
    },
  );

  test('rubbish is answered in a day and a dangerous pothole in three', () => {
    expect(topicByCode('waste_not_collected')?.answerClock).toEqual({ unit: 'calendar_days', amount: 1 });
    expect(topicByCode('road_pothole_emergency')?.answerClock).toEqual({ unit: 'calendar_days', amount: 3 });
  });

  test('only fast-track and dangerous topics shorten the answer', () => {
    for (const topic of topics)
      if (topic.answerClock !== null)
        expect(topic.fastTrack || topic.danger !== 'none', topic.code).toBe(true);
  });

  test.each([
    ['snow in January', 'yard_snow', 1, true],
    ['snow in November, the first month', 'yard_snow', 11, true],
    ['snow in July', 'yard_snow', 7, false],
    ['hogweed in July', 'hogweed', 7, true],
    ['hogweed in December', 'hogweed', 12, false],
    ['a pothole has no season', 'road_potholes', 12, true],
  ])('%s', (_, code, month, expected) => {
    const topic = topicByCode(code);
    expect(topic && isInSeason(topic, month)).toBe(expected);
  });
});
