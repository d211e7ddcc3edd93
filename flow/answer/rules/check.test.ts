import { describe, expect, test } from 'vitest';
import { checkDraft, type CheckedDraft } from './check.ts';

const good: CheckedDraft = {
  text: 'Дорожная служба 12 мая заделала яму у дома 5 по улице Садовой горячим асфальтом, мастер проверил участок.',
  kind: 'final',
  resolution: 'fixed',
  hasPhoto: true,
  needsPhoto: true,
  bodyNames: ['Дорожная служба'],
  personalData: [],
  isCopy: false,
};
const codes = (draft: Partial<CheckedDraft>): string[] =>
  checkDraft({ ...good, ...draft }).map((finding) => finding.code);

describe('the check of a draft', () => {
  test('has nothing to say about a concrete answer', () => expect(codes({})).toEqual([]));

  test.each([
    ['names no body', { bodyNames: ['Горсвет'] }, 'names_no_body'],
    [
      'names no date',
      {
        text: 'Дорожная служба заделала яму у дома пять по улице Садовой горячим асфальтом, проверил мастер.',
      },
      'names_no_date',
    ],
    [
      'is officialese',
      { text: `${good.text} По существу вашего обращения сообщаем в установленном порядке.` },
      'officialese',
    ],
    [
      'sends the resident elsewhere',
      { text: `${good.text} Вам необходимо обратиться в управляющую компанию.` },
      'sends_elsewhere',
    ],
    ['promises nothing', { text: `${good.text} Вопрос находится на контроле.` }, 'empty_promise'],
    ['is too short', { text: 'Сделано.' }, 'too_short'],
    ['reports a fix without a photo', { hasPhoto: false }, 'fix_without_photo'],
    ['copies an earlier answer', { isCopy: true }, 'copy_of_earlier'],
  ] as const)('tells when it %s', (_, draft, code) => expect(codes(draft)).toContain(code));

  test('stops somebody’s personal data and shows the words', () => {
    const [finding] = checkDraft({ ...good, personalData: ['8 900 000-00-01'] });
    expect(finding).toEqual({ code: 'personal_data', level: 'stop', words: ['8 900 000-00-01'] });
  });
});
