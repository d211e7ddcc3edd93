import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import type { LabelledText } from '#flow/understand/training/labelled-text.ts';
import { learnClassifier } from '#flow/understand/training/learn-classifier.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Surroundings, type Typed } from '../command.ts';
import { printFigures } from '../evaluate/print-figures.ts';
import { readTable, type Row } from '../evaluate/table.ts';

/** Learns from a table of anybody's and writes a model file. */
export async function learnFromFile(typed: Typed, surroundings: Surroundings): Promise<void> {
  const [file, out] = [required(typed, 'from'), required(typed, 'out')];
  const columns = {
    text: required(typed, 'text'),
    label: required(typed, 'label'),
    place: typed.text('place'),
    time: typed.text('time'),
  };
  const asked = Object.values(columns).filter((column) => column !== undefined);
  const rows = await readTable(file, asked);
  const labelOf = readMap(typed.text('map'));
  const texts = rows.flatMap((row) => labelled(row, columns, labelOf) ?? []);
  const labels = new Set(texts.map(({ label }) => label)).size;
  if (labels < 2)
    throw new StartFault(
      `${file} leaves ${labels} label to tell apart: check --label and --map, two at least are needed.`,
    );
  surroundings.say(`${texts.length} texts of ${rows.length} rows, ${labels} labels.`);
  const { bytes, measured } = learnClassifier(texts, {
    trainedOn: surroundings.now().toISOString().slice(0, 10),
    learntFrom: { file: texts.length },
    say: surroundings.say,
  });
  write(out, bytes);
  printFigures(
    { out, megabytes: Math.round(bytes.length / 1e4) / 100, labels, ...measured },
    typed,
    surroundings,
  );
}

interface Columns {
  readonly text: string;
  readonly label: string;
  readonly place: string | undefined;
  readonly time: string | undefined;
}

/** A row to learn from; `null` without words or without a label of ours. */
function labelled(
  row: Row,
  columns: Columns,
  labelOf: (theirs: string) => string | null,
): LabelledText | null {
  const text = row[columns.text]?.trim() ?? '';
  const label = labelOf(row[columns.label]?.trim() ?? '');
  if (text === '' || label === null) return null;
  return {
    words: readWords(plainText(text)),
    label,
    place: columns.place === undefined ? null : row[columns.place]?.trim() || null,
    at: columns.time === undefined ? null : timeOf(row[columns.time] ?? ''),
  };
}

/** A time as files write it; without a zone it is taken as UTC, since only the order matters. */
function timeOf(written: string): Date | null {
  const withZone = /(z|[+-]\d{2}:?\d{2})$/i.test(written.trim()) ? written.trim() : `${written.trim()}Z`;
  const at = new Date(withZone.replace(' ', 'T'));
  return Number.isNaN(at.getTime()) ? null : at;
}

const mapShape = z.record(z.string(), z.string());

function readMap(file: string | undefined): (theirs: string) => string | null {
  if (file === undefined) return (theirs) => (theirs === '' ? null : theirs);
  const parsed = mapShape.safeParse(readJson(file));
  if (!parsed.success) throw new StartFault(`${file} is not a map: it must be JSON like {"theirs": "ours"}.`);
  return (theirs) => parsed.data[theirs] ?? null;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    throw new StartFault(`${file} cannot be read as JSON.`);
  }
}

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch {
    throw new StartFault(`Cannot write ${file}: is there such a folder, and is it yours?`);
  }
}
