import { maskPersonalData, type PersonalSpan } from '#flow/understand/rules/personal-data.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command, type Surroundings, type Typed } from '../command.ts';
import { columnNamed } from '../files/columns.ts';
import { openText, type Say } from '../files/open-text.ts';
import { openTable } from '../files/table.ts';

/** `otklik evaluate masking`: what of the personal data in texts of one's own is hidden, and where. */
export const evaluateMaskingCommand: Command = {
  name: 'evaluate masking',
  summary: 'show what is hidden in texts of yours',
  help: `otklik evaluate masking --texts T.txt [--text COL] [--show] [--json]

Hides personal data in each text as the centre would and tells what was hidden. T.txt holds one text a line, empty lines are
passed over; a table (.csv, .tsv, packed by gzip or not, or any file with --text) is read by the column --text (text).

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
    const texts = await readTexts(required(typed, 'texts'), typed, surroundings.say);
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

/** What is held in memory at once, letters. */
const MOST_LETTERS = 100_000_000;

const tooLong = (file: string): StartFault =>
  new StartFault(`${file} has more than ${MOST_LETTERS / 1e6} million letters: cut it into parts.`);

async function readTexts(file: string, typed: Typed, say: Say): Promise<NumberedText[]> {
  const texts: NumberedText[] = [];
  let letters = 0;
  for await (const one of isTable(file, typed) ? cells(file, typed, say) : lines(file, say)) {
    letters += one.text.length;
    if (letters > MOST_LETTERS) throw tooLong(file);
    if (one.text.trim() !== '') texts.push(one);
  }
  if (texts.length === 0) throw new StartFault(`${file} has no texts.`);
  return texts;
}

const isTable = (file: string, typed: Typed): boolean =>
  /\.[ct]sv(?:\.gz)?$/i.test(file) || typed.text('text') !== undefined;

async function* cells(file: string, typed: Typed, say: Say): AsyncGenerator<NumberedText> {
  const table = await openTable(file, say);
  const column = columnNamed(table, typed.text('text') ?? 'text', 'text');
  let line = 0;
  for await (const row of table.rows) {
    line += 1;
    yield { line, text: row[column] ?? '' };
  }
}

async function* lines(file: string, say: Say): AsyncGenerator<NumberedText> {
  let line = 0;
  let rest = '';
  for await (const piece of openText(file, say)) {
    const parts = `${rest}${piece}`.split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? '';
    if (rest.length > MOST_LETTERS) throw tooLong(file);
    for (const text of parts) {
      line += 1;
      yield { line, text };
    }
  }
  yield { line: line + 1, text: rest };
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
