import { describe, expect, test } from 'vitest';
import { createSeals } from '#store/seal.ts';
import { codeIn } from './find.ts';
import { submissionKey } from './submission.ts';

describe('the code of a case is read', () => {
  test.each([
    ['as it is', 'aB-3_x', 'aB-3_x'],
    ['with spaces around', '  aB-3_x\n', 'aB-3_x'],
    ['from the whole link', 'https://example.org/case/26-000001/aB-3_x', 'aB-3_x'],
    ['from a link with a tail', 'https://example.org/case/26-000001/aB-3_x/?done=rated#top', 'aB-3_x'],
    ['as nothing from nothing', ' / ', ''],
  ])('%s', (_, written, code) => {
    expect(codeIn(written)).toBe(code);
  });
});

describe('the key of a submission', () => {
  const seals = createSeals('a secret of tests, 32 characters long');
  const key = 'form-key-of-a-page';

  test('is the same for the same form with the same words', () => {
    expect(submissionKey(seals, key, ['яма', ''])).toBe(submissionKey(seals, key, ['яма', '']));
  });

  test('is another for other words, and for another form', () => {
    const first = submissionKey(seals, key, ['яма', '']);
    expect(submissionKey(seals, key, ['', 'яма'])).not.toBe(first);
    expect(submissionKey(seals, 'another-form', ['яма', ''])).not.toBe(first);
  });

  test.each(['', 'short', 'x'.repeat(101)])(
    'is made up for a form without a key of its own: «%s»',
    (given) => {
      expect(submissionKey(seals, given, ['яма'])).not.toBe(submissionKey(seals, given, ['яма']));
    },
  );
});
