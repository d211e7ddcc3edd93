import { parseArgs } from 'node:util';
import { readRecords } from '../evaluation/real-data.ts';
import { kindOfToken, problemTokens } from '../rules/duplicates-trace.ts';
import { plainText } from '../rules/plain-text.ts';
import { readWords } from '../rules/words.ts';
const { values } = parseArgs({
  options: {
    portal: { type: 'string', default: '' },
    region: { type: 'string', default: '' },
    until: { type: 'string', default: '' },
  },
});
const texts = (await readRecords(values.portal))
  .filter((r) => (r['created_at'] ?? '') < values.until)
  .map((r) => r['text'] ?? '');
const regionTexts = (await readRecords(values.region)).map((r) => r['Текст Сообщения'] ?? '');
const count = (list: string[]) => {
  const m = new Map<number, number>();
  for (const t of list)
    for (const k of problemTokens(readWords(plainText(t))))
      if (kindOfToken(k) === 0) m.set(k, (m.get(k) ?? 0) + 1);
  return m;
};
const [a, b] = [count(texts), count(regionTexts)];
const rows: [number, number][] = [];
for (const k of new Set([...a.keys(), ...b.keys()])) {
  const share = Math.sqrt(
    ((((a.get(k) ?? 0) + 0.2) / texts.length) * ((b.get(k) ?? 0) + 0.2)) / regionTexts.length,
  );
  const mean = ((a.get(k) ?? 0) / texts.length + (b.get(k) ?? 0) / regionTexts.length) / 2;
  rows.push([k, (share + mean) / 2]);
}
rows.sort((x, y) => y[1] - x[1]);
const top = rows.slice(0, 1500);
const digits = (share: number) =>
  Math.round(Math.min(1, Math.log(1 / share) / Math.log(40_000)) * 35).toString(36);
const words = top.map(([k, s]) => digits(s) + k.toString(36));
process.stderr.write(top.length + ' least share ' + top.at(-1)?.[1] + '\n');
let line = '';
const lines: string[] = [];
for (const w of words) {
  if (line.length + w.length + 1 > 104) {
    lines.push(line);
    line = '';
  }
  line += (line === '' ? '' : ' ') + w;
}
lines.push(line);
process.stdout.write(
  `/** Stems most common in messages of a city and of a region: rarity as one digit of base 36, then the hash. Printed by training/common-tokens.ts. */\nconst printed =\n${lines.map((l, i) => `  '${l}${i < lines.length - 1 ? ' ' : ''}'`).join(' +\n')};\n\n/** Token → how rare it is, 0…1. */\nexport const commonTokens: ReadonlyMap<number, number> = new Map(\n  printed\n    .split(' ')\n    .map((one): [number, number] => [Number.parseInt(one.slice(1), 36), Number.parseInt(one.slice(0, 1), 36) / 35]),\n);\n`,
);
