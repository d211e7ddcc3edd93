import { describe, expect, test } from 'vitest';
import { portalLive as liveEn } from './en/portal-live.ts';
import { portal as portalEn } from './en/portal.ts';
import { portalLive as liveRu } from './ru/portal-live.ts';
import { portal as portalRu } from './ru/portal.ts';

/** Every text of a tree with its path; functions are told by their length of parameters only. */
function leaves(tree: unknown, path = ''): [string, unknown][] {
  if (typeof tree !== 'object' || tree === null) return [[path, tree]];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

describe.each([
  ['portal', portalRu, portalEn],
  ['portal scripts', liveRu, liveEn],
])('%s', (_, ru, en) => {
  test('says in English everything it says in Russian', () => {
    const paths = (tree: unknown) => leaves(tree).map(([path, text]) => `${path} ${typeof text}`);
    expect(paths(en)).toEqual(paths(ru));
  });

  test('has no empty text and no Cyrillic in English', () => {
    const texts = leaves(en).filter(([path]) => path !== '.otherLanguage');
    expect(
      texts.filter(([, text]) => text === '' || (typeof text === 'string' && /[а-яё]/i.test(text))),
    ).toEqual([]);
  });
});
