import { describe, expect, test } from 'vitest';
import { move } from '#flow/work/rules/lifecycle.ts';
import type { Stage } from '#flow/work/rules/lifecycle.ts';
import { topics } from '#data/topics/topics.ts';
import { demoRegion } from './demo-region.ts';
import { ownTopics } from './grammar/topic-grammar.ts';
import { demoHistory } from './history.ts';
import type { DemoMessage } from './history.ts';

const region = demoRegion();
const until = new Date('2026-02-12T11:00:00Z');
const history = demoHistory({ region, until, days: 90, seed: 1703 });
const byKey = new Map(history.map((message) => [message.key, message]));
const tidy = ({ author, channel }: DemoMessage) =>
  channel === 'email' || (author.hand.letters === 'tidy' && author.hand.stops === 'full');
const isNotAMove = (step: string) =>
  step === 'rate' || step === 'verify' || step === 'extend' || step === 'note';

describe('ninety days of the demo region', () => {
  test('are the same from the same request and others from another seed', () => {
    const again = demoHistory({ region, until, days: 90, seed: 1703 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(history));
    const other = demoHistory({ region, until, days: 3, seed: 4 });
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(demoHistory({ region, until, days: 3, seed: 5 })));
  });

  test('hold enough messages, nearly all worded differently', () => {
    expect(history.length).toBeGreaterThanOrEqual(6_500);
    expect(new Set(history.map(({ text }) => text)).size / history.length).toBeGreaterThan(0.9);
  });

  test('stand in time order inside the days asked for', () => {
    const from = until.getTime() - 90 * 86_400_000;
    expect(history.every(({ sentAt }) => sentAt.getTime() >= from && sentAt <= until)).toBe(true);
    expect(
      history.every(({ sentAt }, index) => index === 0 || sentAt >= (history[index - 1]?.sentAt ?? sentAt)),
    ).toBe(true);
  });

  test('name only topics, places, bodies and people that exist', () => {
    const codes = new Set(
      [
        ...topics,
        ...region.settlements,
        ...region.streets,
        ...region.houses,
        ...region.municipalities,
        ...region.authorities,
        ...region.executors,
      ].map(({ code }) => code),
    );
    const known = (code: string | null) => code === null || codes.has(code);
    const lost = history.filter(
      ({ truth }) =>
        ![
          truth.topic,
          truth.settlement,
          truth.street,
          truth.house,
          truth.municipality,
          truth.authority,
        ].every(known),
    );
    expect(lost).toEqual([]);
    const people = new Set([...region.staff.map(({ login }) => login), 'resident', 'machine', 'clock']);
    const steps = history.flatMap(({ story }) => story);
    expect(steps.filter(({ by }) => !people.has(by))).toEqual([]);
    expect(
      steps.filter((step) => step.do === 'assign' && !(known(step.authority) && known(step.executor))),
    ).toEqual([]);
  });

  test('come by every channel, in all kinds and most topics', () => {
    const count = <T>(pick: (message: DemoMessage) => T) => new Set(history.map(pick)).size;
    expect(count(({ channel }) => channel)).toBe(5);
    expect(count(({ truth }) => truth.kind)).toBe(6);
    expect(count(({ truth }) => truth.topic)).toBeGreaterThan(100);
    expect(count(({ truth }) => truth.mention)).toBe(6);
  });

  test('contain repeats, neighbours, events, strangers, pictures and frequent authors', () => {
    const count = (has: (message: DemoMessage) => boolean) => history.filter(has).length;
    expect(count(({ truth }) => truth.sameProblemAs !== null)).toBeGreaterThan(1_000);
    expect(count(({ truth }) => truth.repeatOf !== null)).toBeGreaterThan(150);
    expect(count(({ truth }) => truth.surge === 'burst_main')).toBeGreaterThan(60);
    expect(count(({ truth }) => truth.isOutside)).toBeGreaterThan(5);
    expect(count(({ photo }) => photo !== null)).toBeGreaterThan(500);
    expect(count(({ truth }) => truth.topic !== null && truth.authority === null)).toBeGreaterThan(20);
    expect(new Set(history.map(({ author }) => author.key)).size).toBeLessThan(history.length * 0.85);
  });

  test('tie a repeat to an earlier message of the same person about the same problem', () => {
    for (const { truth, author, sentAt } of history) {
      if (truth.repeatOf === null) continue;
      const first = byKey.get(truth.repeatOf);
      expect(first?.author.key).toBe(author.key);
      expect(first?.truth.problem).toBe(truth.problem);
      expect(first === undefined || first.sentAt < sentAt).toBe(true);
    }
  });

  test('leave something in every queue today', () => {
    const stages = new Map<string, number>();
    for (const { stand } of history) stages.set(stand.stage, (stages.get(stand.stage) ?? 0) + 1);
    for (const stage of [
      'triage',
      'assigned',
      'in_work',
      'clarifying',
      'on_approval',
      'answered',
      'closed',
      'declined',
    ]) {
      expect(stages.get(stage) ?? 0, stage).toBeGreaterThan(5);
    }
    const problems = new Set(history.map(({ stand }) => stand.problem));
    for (const state of [
      'unconfirmed',
      'in_work',
      'scheduled',
      'fixed_reported',
      'fixed_confirmed',
      'verified_on_site',
      'disputed',
      'refused',
      'outside_powers',
    ] as const) {
      expect(problems.has(state), state).toBe(true);
    }
  });
});

describe('a planned story', () => {
  test('moves the case only as the lifecycle allows and ends where it says', () => {
    for (const { key, story, stand } of history) {
      let stage: Stage = 'triage';
      for (const step of story) {
        if (isNotAMove(step.do)) continue;
        const moved = move(stage, step.do);
        expect(moved.ok, `${key}: ${stage} → ${step.do}`).toBe(true);
        if (moved.ok) stage = moved.value;
      }
      expect(stage).toBe(stand.stage);
    }
  });

  test('goes forward in time, after the message and not after the end', () => {
    for (const { sentAt, story } of history) {
      let last = sentAt;
      for (const { at } of story) {
        expect(at >= last && at <= until).toBe(true);
        last = at;
      }
    }
  });

  test('promises a date with every scheduled answer, a reason with a refusal, a body with a forwarding', () => {
    const answers = history.flatMap(({ story }) =>
      story.flatMap((step) => (step.do === 'submit' ? [step.answer] : [])),
    );
    for (const answer of answers) {
      if (answer.resolution === 'scheduled') expect(answer.promisedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(answer.resolution === 'refused').toBe(answer.refusedWhy !== null);
      expect(answer.resolution === 'forwarded').toBe(answer.handedTo !== null);
    }
    expect(answers.filter(({ quality }) => quality === 'evasive').length / answers.length).toBeGreaterThan(
      0.03,
    );
    expect(new Set(answers.map(({ text }) => text)).size / answers.length).toBeGreaterThan(0.8);
  });
});

describe('the texts', () => {
  const texts = history.flatMap(({ text, story }) => [
    text,
    ...story.flatMap((step) => (step.do === 'submit' ? [step.answer.text] : [])),
  ]);

  test('have no unfilled slot, no choice left open, no double space and no empty end', () => {
    expect(texts.filter((text) => /[{}[\]|]|undefined|null| {2,}|^\s|\s$|^$/.test(text))).toEqual([]);
    expect(
      texts.filter((text) => / [,.!?](?!\.)/.test(text) || /,,|\.,/.test(text.replaceAll(/[а-яё]\.,/gi, ''))),
    ).toEqual([]);
  });

  test('begin with a capital where the author types neatly, and in every answer', () => {
    const neat = history.filter((message) => tidy(message)).map(({ text }) => text);
    expect(neat.filter((text) => /^[а-яё]/.test(text))).toEqual([]);
    const answers = history.flatMap(({ story }) =>
      story.flatMap((step) => (step.do === 'submit' ? [step.answer.text] : [])),
    );
    expect(answers.filter((text) => !/^[А-ЯЁ]/.test(text) || !/[.!?]$/.test(text))).toEqual([]);
  });

  test('give telephones only from a range that belongs to nobody', () => {
    const digits = texts
      .flatMap((text) => text.match(/8[ (]*\d{3}[ )]*\d{3}[ -]?\d\d[ -]?\d\d/g) ?? [])
      .map((phone) => phone.replaceAll(/\D/g, ''));
    expect(digits.length).toBeGreaterThan(100);
    expect(digits.filter((phone) => !phone.startsWith('8900000'))).toEqual([]);
  });

  test('are written in patterns of our own for at least seventy topics', () => {
    expect(ownTopics.size).toBeGreaterThanOrEqual(70);
    const codes = new Set(topics.map(({ code }) => code));
    expect([...ownTopics].filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe('the season', () => {
  test.each([
    ['2026-02-12', 'snowfall', 'hogweed'],
    ['2026-07-20', 'storm', 'yard_snow'],
    ['2026-04-28', 'flood', 'hogweed'],
    ['2026-11-20', 'late_heating', 'hogweed'],
  ])('of %s brings its event (%s) and not what cannot be', (day, surge, absent) => {
    const messages = demoHistory({ region, until: new Date(`${day}T11:00:00Z`), days: 30, seed: 2 });
    expect(messages.some(({ truth }) => truth.surge === surge)).toBe(true);
    expect(messages.filter(({ truth }) => truth.topic === absent).length).toBeLessThan(3);
  });
});
