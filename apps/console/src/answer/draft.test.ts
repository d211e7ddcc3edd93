import { describe, expect, test } from 'vitest';
import { bodyOf, emptyDraft, missingIn, type Draft } from './draft.ts';

const draft = (changes: Partial<Draft>): Draft => ({
  ...emptyDraft,
  text: 'Яму засыпали 12 мая.',
  ...changes,
});

describe('what is missing before a draft may be submitted', () => {
  test.each([
    ['a result', draft({}), ['resolution']],
    ['words', draft({ text: '  ', resolution: 'fixed' }), ['text']],
    ['nothing, when it is fixed', draft({ resolution: 'fixed' }), []],
    ['nothing, when it is interim', draft({ kind: 'interim' }), []],
    ['a date of the promise', draft({ resolution: 'scheduled' }), ['promisedOn']],
    [
      'a sum and a day to come back',
      draft({ resolution: 'scheduled', needsMoney: true }),
      ['moneySum', 'reviewOn'],
    ],
    [
      'a sum in digits',
      draft({ resolution: 'scheduled', needsMoney: true, moneySum: 'много', reviewOn: '2026-12-01' }),
      ['moneySum'],
    ],
    ['to whom it was handed', draft({ resolution: 'forwarded' }), ['handedTo']],
    ['why it was refused', draft({ resolution: 'refused', refusedWhy: ' ' }), ['refusedWhy']],
  ])('%s', (_, given, missing) => {
    expect(missingIn(given)).toEqual(missing);
  });
});

describe('what goes to the server', () => {
  test('only the fields of the chosen result, even if others were typed before', () => {
    const typed = draft({
      resolution: 'refused',
      refusedWhy: 'Частная земля',
      promisedOn: '2026-12-01',
      handedTo: 'ГЖИ',
    });
    expect(bodyOf(typed, 3)).toMatchObject({
      refusedWhy: 'Частная земля',
      promisedOn: null,
      handedTo: null,
      answerVersion: 3,
    });
  });

  test('an interim answer declares no result', () => {
    expect(bodyOf(draft({ kind: 'interim', resolution: 'fixed' }), null)).toMatchObject({ resolution: null });
  });

  test('a sum may be typed with spaces', () => {
    const typed = draft({
      resolution: 'scheduled',
      needsMoney: true,
      moneySum: '1 250 000',
      reviewOn: '2027-03-01',
    });
    expect(bodyOf(typed, null).moneySum).toBe(1_250_000);
  });
});
