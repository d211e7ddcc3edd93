import { describe, expect, test } from 'vitest';
import { topics } from '#data/topics/topics.ts';
import { drawPhoto } from './draw-photo.ts';
import { photoSubjects, subjectOf } from './subjects.ts';

describe.each(photoSubjects)('a picture of a %s', (subject) => {
  test('is the same from the same seed, differs by seed and by moment', () => {
    const before = drawPhoto(subject, 'before', 5);
    expect(drawPhoto(subject, 'before', 5)).toBe(before);
    expect(drawPhoto(subject, 'after', 5)).not.toBe(before);
    expect(drawPhoto(subject, 'before', 6)).not.toBe(before);
  });

  test('is a whole SVG without holes', () => {
    for (const moment of ['before', 'after'] as const) {
      const picture = drawPhoto(subject, moment, 11);
      expect(picture).toMatch(/^<svg [^>]+>.+<\/svg>$/);
      expect(picture).not.toMatch(/NaN|undefined/);
    }
  });

  test('belongs to some topic', () => {
    expect(topics.some(({ code }) => subjectOf(code) === subject)).toBe(true);
  });
});
