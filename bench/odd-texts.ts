/**
 * Whether any text is slow: `npm run bench -- odd-texts`. Every odd piece is repeated to 20,000 and to 100,000 characters;
 * printed are the slowest, in milliseconds, and how the time grows (5 is linear). One line of JSON.
 */
import { readFileSync } from 'node:fs';
import { shippedModel } from '#flow/understand/evaluation/real-data.ts';
import { buildGazetteer } from '#flow/understand/rules/gazetteer.ts';
import { oddPieces, repeated } from '#flow/understand/testing/odd-texts.ts';
import { readTopicModel } from '#flow/understand/rules/topic-model.ts';
import { understand } from '#flow/understand/rules/understand.ts';
import type { Knowledge } from '#flow/understand/rules/understand.ts';

const SHORT = 20_000;
const LONG = 100_000;

const knowledge: Knowledge = {
  model: readTopicModel(new Uint8Array(readFileSync(shippedModel)).buffer),
  gazetteer: buildGazetteer({ municipalities: [], settlements: [], streets: [] }),
  municipalityAt: () => null,
};

/** The quickest of three, so that what the machine does besides is not counted. */
function timeOf(text: string): number {
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    understand({ text, point: null, hasFiles: false, territory: null }, knowledge);
    return performance.now() - from;
  });
  return Math.min(...times);
}

const round = (value: number): number => Math.round(value * 10) / 10;
const measured = oddPieces
  .map((piece) => {
    const [short, long] = [timeOf(repeated(piece, SHORT)), timeOf(repeated(piece, LONG))];
    return { piece, shortMs: round(short), longMs: round(long), growth: round(long / Math.max(short, 0.5)) };
  })
  .toSorted((a, b) => b.longMs - a.longMs);
process.stdout.write(
  `${JSON.stringify({ texts: measured.length, slowest: measured.slice(0, 8), mostGrowth: Math.max(...measured.map(({ growth }) => growth)) })}\n`,
);
