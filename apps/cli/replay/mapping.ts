import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartFault } from '#store/start-fault.ts';

const column = z.string().min(1);
/** Several columns are joined by commas, empty ones left out. */
const columns = z.union([column, z.array(column).min(1)]).transform((one) => [one].flat());

/** How the columns of a file from another system are read. Every part is explained in docs/operate/replay.md. */
export const mappingSchema = z.strictObject({
  about: z.string().min(1),
  encoding: z.enum(['utf-8', 'windows-1251', 'utf-16le']).default('utf-8'),
  delimiter: z.string().length(1).default(','),
  columns: z.strictObject({
    id: column,
    text: column,
    createdAt: column.optional(),
    address: columns.optional(),
    lat: column.optional(),
    lon: column.optional(),
    author: column.optional(),
    photos: column.optional(),
  }),
  /** An apostrophe that kept a spreadsheet from reading a formula. */
  leadingApostrophe: z.boolean().default(false),
  /** The topic another system gave: compared with ours, never told to the machine. */
  topic: z.strictObject({ columns, map: z.string().min(1) }).optional(),
});

export type Mapping = z.infer<typeof mappingSchema> & {
  /** Their topic → ours. */
  readonly topicOf: Readonly<Record<string, string>>;
};

const shippedMappings = path.join(import.meta.dirname, '../../../data/replay');
const shippedMaps = path.join(import.meta.dirname, '../../../data/topics/maps');

/**
 * Loads a mapping by the name of a shipped one or by the path of a file of one's own; its map of topics likewise.
 *
 * @throws StartFault saying which file or part is wrong
 */
export function loadMapping(meant: string): Mapping {
  const file = locate(meant, shippedMappings, process.cwd(), 'mapping');
  const parsed = mappingSchema.safeParse(readJson(file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartFault(
      `The mapping ${file} is wrong at "${issue?.path.join('.') || 'its top'}": docs/operate/replay.md says what each part may be.`,
    );
  }
  const mapping = parsed.data;
  if (mapping.topic === undefined) return { ...mapping, topicOf: {} };
  const map = locate(mapping.topic.map, shippedMaps, path.dirname(file), 'map of topics');
  const topicOf = z.record(z.string(), z.string()).safeParse(readJson(map));
  if (!topicOf.success) throw new StartFault(`${map} must be JSON of their topics and our codes.`);
  return { ...mapping, topicOf: topicOf.data };
}

function locate(meant: string, shipped: string, from: string, what: string): string {
  const ours = path.join(shipped, `${meant}.json`);
  if (/^[\w-]+$/.test(meant) && existsSync(ours)) return ours;
  const own = path.resolve(from, meant);
  if (existsSync(own)) return own;
  throw new StartFault(
    `There is no ${what} ${meant}: give a file or the name of one in ${path.relative(process.cwd(), shipped)}.`,
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    throw new StartFault(`${file} cannot be read as JSON.`);
  }
}
