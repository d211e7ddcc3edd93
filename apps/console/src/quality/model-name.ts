import type { QualityTexts } from '#texts/ru/quality.ts';

/** A model in words: the day it was learnt and a short mark; a version without a day stands as it is. */
export function modelNameOf(version: string, t: QualityTexts, day: (written: string) => string): string {
  const parts = /-(\d{4}-\d{2}-\d{2})-([0-9a-f]{4})/.exec(version);
  return parts === null ? version : t.modelOf(day(parts[1] ?? ''), parts[2] ?? '');
}
