import { existsSync, readFileSync } from 'node:fs';
import { maskPersonalData, type PersonalSpan } from '#flow/understand/rules/personal-data.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command, type Surroundings, type Typed } from '../command.ts';
import { readTable } from './table.ts';

/** `otklik evaluate masking`: what of the personal data in texts of one's own is hidden, and where. */
export const evaluateMaskingCommand: Command = {
  name: 'evaluate masking',
  summary: 'show what is hidden in texts of yours',
  help: `otklik evaluate masking --texts T.txt [--text COL] [--show] [--json]

Hides personal data in each text as the centre would and tells what was hidden. T.txt holds one text per line; a .csv
(or .csv.gz) file is read by the column --text (default: text).

  --json   one object: { n, masked: { phone: 12, … }, texts: [{ line, masked, spans: [{ kind, start, end }] }] };
           start and end count characters of the text made plain: without tags, entities and hidden characters
  --show   print what was hidden, too: for your own eyes, on texts that are yours to read

Needs no database.`,
  takes: [],
  options: {
    texts: { type: 'string' },
    text: { type: 'string' },
    show: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (typed, surroundings) => {
    const texts = await readTexts(required(typed, 'texts'), typed);
    printMasking(
      texts.map(({ line, text }) => judged(line, text, typed.isOn('show'))),
      typed,
      surroundings,
    );
  },
};

interface NumberedText {
  /** From 1; in a table the first row after its head is 1. */
  readonly line: number;
  readonly text: string;
}

interface JudgedText {
  readonly line: number;
  readonly masked: string;
  readonly spans: readonly {
    readonly kind: string;
    readonly start: number;
    readonly end: number;
    readonly hidden?: string;
  }[];
}

async function readTexts(file: string, typed: Typed): Promise<NumberedText[]> {
  if (/\.csv(?:\.gz)?$/i.test(file)) {
    const column = typed.text('text') ?? 'text';
    return (await readTable(file, [column])).map((row, i) => ({ line: i + 1, text: row[column] ?? '' }));
  }
  if (!existsSync(file)) throw new StartFault(`There is no file ${file}.`);
  const texts = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((text, i) => ({ line: i + 1, text }))
    .filter(({ text }) => text.trim() !== '');
  if (texts.length === 0) throw new StartFault(`${file} has no texts.`);
  return texts;
}

function judged(line: number, raw: string, isShown: boolean): JudgedText {
  const plain = plainText(raw);
  const { text, spans } = maskPersonalData(plain);
  const spanOf = ({ kind, from, to }: PersonalSpan): JudgedText['spans'][number] => ({
    kind,
    start: from,
    end: to,
    ...(isShown ? { hidden: plain.slice(from, to) } : {}),
  });
  return { line, masked: text, spans: spans.map(spanOf) };
}

function printMasking(texts: readonly JudgedText[], typed: Typed, { out }: Surroundings): void {
  const masked: Record<string, number> = {};
  for (const { kind } of texts.flatMap(({ spans }) => spans)) masked[kind] = (masked[kind] ?? 0) + 1;
  if (typed.isOn('json')) return out(JSON.stringify({ n: texts.length, masked, texts }));
  for (const { line, masked: text, spans } of texts) {
    if (spans.length === 0) continue;
    const hidden = spans.flatMap((span) => span.hidden ?? []);
    out(`${line}\t${text}${hidden.length === 0 ? '' : `\t← ${hidden.join(' · ')}`}`);
  }
  out(`n       ${texts.length}`);
  for (const [kind, count] of Object.entries(masked)) out(`${kind}  ${count}`);
}
