import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { topicByCode } from '#data/topics/topics.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { learnClassifier } from '#flow/understand/training/learn-classifier.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Surroundings, type Typed } from '../command.ts';
import { labelledRows } from '../evaluate/labelled-rows.ts';
import { printFigures } from '../evaluate/print-figures.ts';
import { listed } from '../files/columns.ts';

/** Learns from a table of anybody's and writes a model file. */
export async function learnFromFile(typed: Typed, surroundings: Surroundings): Promise<void> {
  const [file, out] = [required(typed, 'from'), required(typed, 'out')];
  const labelOf = readMap(typed.text('map'));
  const rows = await labelledRows(file, typed, surroundings.say);
  const texts = rows.flatMap(({ text, label, places, at }) => {
    const [words, ours] = [plainText(text), labelOf(label)];
    return words === '' || ours === null
      ? []
      : [{ words: readWords(words), label: ours, place: places[0] ?? null, at }];
  });
  const known = new Set(texts.map(({ label }) => label));
  const labels = known.size;
  if (labels < 2)
    throw new StartFault(
      `${file} leaves ${labels} label to tell apart: check --label and --map, two at least are needed.`,
    );
  surroundings.say(`${texts.length} texts of ${rows.length} rows with a label, ${labels} labels.`);
  const doubt = doubtOfLabels(known);
  if (doubt !== null) surroundings.say(doubt);
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

/** What to tell before long learning where labels are no topics; `null` where all are topics that ship. */
function doubtOfLabels(labels: ReadonlySet<string>): string | null {
  const strange = [...labels].filter((label) => topicByCode(label) === undefined).sort();
  if (strange.length === 0) return null;
  const named = `${listed(strange.slice(0, 5))}${strange.length > 5 ? ' …' : ''}`;
  return strange.length === labels.size
    ? `None of the labels is the code of a topic that ships (${named}): a region takes such a model only if it has topics of these codes of its own. Give --map, a file that says which topic each label is.`
    : `${strange.length} of ${labels.size} labels are not codes of topics that ship (${named}): a region without topics of these codes learns nothing from them. --map says which topic a label is.`;
}

const mapShape = z.record(z.string(), z.string());

function readMap(file: string | undefined): (theirs: string) => string | null {
  if (file === undefined) return (theirs) => theirs;
  const parsed = mapShape.safeParse(readJson(file));
  if (!parsed.success) throw new StartFault(`${file} is not a map: it must be JSON like {"theirs": "ours"}.`);
  return (theirs) => parsed.data[theirs] ?? null;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as unknown;
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
