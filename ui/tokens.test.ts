/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

type Palette = Readonly<Record<string, string>>;

function paletteOf(selector: string): Palette {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]),
  );
}

/** WCAG 2.2 relative luminance and contrast. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(palette: Palette, text: string, ground: string): number {
  const [a, b] = [palette[text], palette[ground]];
  if (a === undefined || b === undefined) throw new Error(`No colour ${text} or ${ground}`);
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const themes = {
  light: paletteOf(':root'),
  'dark by system': paletteOf(":root:not([data-theme='light'])"),
  'dark by choice': paletteOf(":root[data-theme='dark']"),
};

const grounds = ['paper', 'raised'];
const texts = ['ink', 'ink-quiet', 'brand', 'brand-strong', 'good', 'warn', 'bad'];
const pairs: readonly (readonly [string, string])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...['good', 'warn', 'bad', 'brand'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['ink', `${tone}-soft`] as const,
  ]),
  ['ink-quiet', 'brand-soft'],
  // A button that cannot be pressed is read all the same.
  ['ink-quiet', 'line'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
];

describe.each(Object.entries(themes))('%s theme', (_, palette) => {
  test.each(pairs)('%s on %s can be read (4.5 : 1)', (text, ground) => {
    expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('borders of controls and the focus ring stand out on %s (3 : 1)', (ground) => {
    expect(contrast(palette, 'line-strong', ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette, 'focus', ground)).toBeGreaterThanOrEqual(3);
  });
});

test('both ways into the dark give the same colours', () => {
  expect(themes['dark by choice']).toEqual(themes['dark by system']);
});
