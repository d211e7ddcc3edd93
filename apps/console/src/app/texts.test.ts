import { describe, expect, test } from 'vitest';
import { permissions } from '#centre/rules/access.ts';
import { defaultClocks } from '#data/clocks/clocks.ts';
import { conditionNames } from '#flow/learn/rules/promotion.ts';
import { findingCodes } from '#flow/answer/rules/check.ts';
import { explanationCodes } from '#flow/route/rules/responsible.ts';
import { joinReasons } from '#flow/understand/rules/duplicates.ts';
import { languageCodes } from '#flow/understand/rules/language-table.ts';
import { kindReasons } from '#flow/understand/rules/kind-table.ts';
import { personalKinds } from '#flow/understand/rules/personal-kinds.ts';
import { actionNames, attentions, closedAs, declinedAs, stages } from '#flow/work/rules/lifecycle.ts';
import { problemStates, regimes, resolutions } from '#kernel/appeal.ts';
import { placePrecisions } from '#kernel/place.ts';
import { roles } from '#kernel/role.ts';
import { staff as english } from '#texts/en/staff.ts';
import { staff as russian } from '#texts/ru/staff.ts';
import { returnReasons } from '../answer/return-reasons.ts';
import { sections } from './sections.ts';

const languages = { ru: russian, en: english };

/** Every word of a tree of texts; functions are asked with sample words and numbers. */
function wordsOf(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree === 'object' && tree !== null) return Object.values(tree).flatMap(wordsOf);
  return [];
}

describe.each(Object.entries(languages))('texts in %s', (_, texts) => {
  const { card, lifecycle } = texts;
  test.each<[string, readonly string[], object]>([
    ['stages', stages, lifecycle.stage],
    ['calls for attention', attentions, lifecycle.attention],
    ['ways a case is closed', closedAs, lifecycle.closedAs],
    ['reasons to decline', declinedAs, lifecycle.declinedAs],
    ['states of a problem', problemStates, lifecycle.problem],
    ['results', resolutions, lifecycle.resolution],
    ['regimes', regimes, lifecycle.regime],
    ['precisions of a place', placePrecisions, lifecycle.precision],
    ['roles', roles, lifecycle.role],
    ['moves in the history', actionNames, card.timeline.moves],
    ['clocks that ship', defaultClocks.map(({ code }) => code), card.clocks.names],
    ['findings of the check', findingCodes, texts.answer.check.findings],
    ['reasons to return', returnReasons, texts.answer.returnReasons],
    ['decisions about who is responsible', explanationCodes, texts.explanations],
    ['signs of a kind', kindReasons, card.understanding.kindReasons],
    ['reasons two cases are one problem', joinReasons, card.incident.reasons],
    ['kinds of personal data', personalKinds, card.words.maskedKinds],
    ['languages', languageCodes, texts.wording.names],
    ['conditions a new model must meet', conditionNames, texts.quality.against],
    ['sections', sections.map(({ name }) => name), texts.console.nav],
  ])('name all %s', (_what, codes, table) => {
    expect(codes.filter((code) => !(code in table))).toEqual([]);
  });
});

test('no text in Russian is written as a code, and none in English is left in Russian', () => {
  expect(wordsOf(russian).filter((word) => /^[a-z]+(_[a-z]+)+$/.test(word))).toEqual([]);
  expect(wordsOf(english).filter((word) => /[а-яё]/iu.test(word))).toEqual([]);
});

describe('a sentence about a decision', () => {
  const whole = {
    organisation: 'УК «Дом»',
    topic: 'Лифт',
    territory: 'Ладинск',
    source: 'Устав',
    date: '1 мая',
  };

  test.each(explanationCodes)('%s says everything it knows and nothing it does not', (code) => {
    for (const params of [whole, {}, { organisation: '', territory: '' }]) {
      const sentence = russian.explanations[code]?.(params) ?? '';
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|«»|\s[,.]|,,/);
    }
  });
});

test('a section is opened by a permission that exists', () => {
  for (const { permission } of sections) expect(permission in permissions).toBe(true);
});
