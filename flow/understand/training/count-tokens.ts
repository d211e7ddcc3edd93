/**
 * Counts which stems are said in every second message and prints rules/token-rarity.ts: hashes and how rare each is,
 * no words. A city and a region count alike, however many messages each has.
 *
 *   node flow/understand/training/count-tokens.ts --portal …/spb/appeals.csv.gz --region …/kursk/train.csv --until 2021-02-20
 */
import { parseArgs } from 'node:util';

import { readRecords } from '../evaluation/real-data.ts';
import { kindOfToken, problemTokens } from '../rules/duplicates-trace.ts';
import { plainText } from '../rules/plain-text.ts';
import { readWords } from '../rules/words.ts';

const MOST_TOKENS = 1500;
/** Said by one in so many texts is as rare as it gets. */
const RAREST = 40_000;
const LINE = 96;

/** Token → share of texts that say it. */
function sharesOf(texts: readonly string[]): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  for (const text of texts)
    for (const token of problemTokens(readWords(plainText(text))))
      if (kindOfToken(token) === 0) shares.set(token, (shares.get(token) ?? 0) + 1 / texts.length);
  return shares;
}

/** Between the geometric and the plain mean: common to both counts more than frequent in one. */
function commonShare(one: number, two: number): number {
  const least = 1e-5;
  return (Math.sqrt((one + least) * (two + least)) + (one + two) / 2) / 2;
}

const { values } = parseArgs({
  options: { portal: { type: 'string' }, region: { type: 'string' }, until: { type: 'string' } },
});
const { portal, region, until } = values;
if (portal === undefined || region === undefined || until === undefined)
  throw new Error('Say --portal FILE --region FILE --until YYYY-MM-DD');
const city = sharesOf(
  (await readRecords(portal))
    .filter((row) => (row['created_at'] ?? '') < until)
    .map((row) => row['text'] ?? ''),
);
const country = sharesOf((await readRecords(region)).map((row) => row['Текст Сообщения'] ?? ''));
const common = [...new Set([...city.keys(), ...country.keys()])]
  .map((token) => ({ token, share: commonShare(city.get(token) ?? 0, country.get(token) ?? 0) }))
  .sort((a, b) => b.share - a.share)
  .slice(0, MOST_TOKENS);
const lines: string[] = [''];
for (const { token, share } of common) {
  const rarity = Math.round(Math.min(1, Math.log(1 / share) / Math.log(RAREST)) * 35);
  const printed = `${rarity.toString(36)}${token.toString(36)} `;
  if ((lines.at(-1)?.length ?? 0) + printed.length > LINE) lines.push('');
  lines[lines.length - 1] += printed;
}
process.stdout
  .write(`/** Stems most common in messages of a city and of a region: how rare as one digit of base 36, then the hash. Printed by training/count-tokens.ts. */
const printed =
${lines.map((line) => `  '${line}'`).join(' +\n')};

/** Token → how rare it is, 0…1. */
export const commonTokens: ReadonlyMap<number, number> = new Map(
  printed
    .trim()
    .split(' ')
    .map((one) => [Number.parseInt(one.slice(1), 36), Number.parseInt(one.slice(0, 1), 36) / 35]),
);
`);
