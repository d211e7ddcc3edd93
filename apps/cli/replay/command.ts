import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, wholeNumber, type Command, type Surroundings, type Typed } from '../command.ts';
import { findRegion } from '../find-region.ts';
import { loadMapping } from './mapping.ts';
import { replay } from './replay.ts';
import type { Figures } from './tally.ts';

/** Rows in one transaction: more is faster and waits longer. */
export const BATCH = 250;

export const replayCommand: Command = {
  name: 'replay',
  summary: 'take messages of another system from a CSV file',
  takes: ['FILE'],
  options: {
    region: { type: 'string' },
    map: { type: 'string' },
    limit: { type: 'string' },
    batch: { type: 'string' },
    'with-points': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: `otklik replay FILE.csv[.gz] --region NAME --map MAPPING [--limit N] [--batch N] [--with-points] [--json]

Takes every row of the file as a message and carries it through the machine like a message from any channel: understood,
placed, routed, its clocks started. It may be stopped at any moment and run again: a row is taken once.

  FILE             a CSV file with a first line of column names; .gz is fine
  --region NAME    address or name of the region
  --map MAPPING    a mapping: spb, kursk, incident, or a JSON file of your own (docs/operate/replay.md)
  --limit N        no more than N rows
  --batch N        rows in one transaction (${BATCH})
  --with-points    tell the machine the points of the file; else it finds the places itself and is compared with them
  --json           print the figures as JSON`,
  run: runReplay,
};

async function runReplay(typed: Typed, surroundings: Surroundings): Promise<void> {
  const file = typed.positionals[0];
  if (file === undefined)
    throw new StartFault('Name the file to take messages from: otklik replay FILE.csv …');
  const mapping = loadMapping(required(typed, 'map'));
  const meant = required(typed, 'region');
  const limit = wholeNumber(typed, 'limit', 1, null);
  const batch = wholeNumber(typed, 'batch', 1, BATCH);
  const figures = await inHouse(surroundings, async (house, seals) => {
    const region = await findRegion(house.db, meant);
    const request = {
      file,
      mapping,
      regionId: region.id,
      limit,
      batch,
      givesPoints: typed.isOn('with-points'),
    };
    return replay(house, seals, request, surroundings);
  });
  if (typed.isOn('json')) surroundings.out(JSON.stringify(figures));
  else for (const line of inWords(figures)) surroundings.out(line);
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const farFromFile = (medianMeters: number | null): string =>
  medianMeters === null
    ? 'how far from the points of the file cannot be said, no case has both'
    : `half of them within ${medianMeters} m of the file's point`;

function inWords(figures: Figures): string[] {
  const refused = Object.entries(figures.refused);
  return [
    `${figures.messages} messages, ${figures.appeals} cases; ${figures.taken} of them taken now in ${figures.seconds} s, ${figures.perSecond} a second.`,
    `A message waited ${figures.p95Ms ?? 0} ms or less for its case in 95 of 100 cases.`,
    `A place to the street or better: ${percent(figures.placed)}; ${farFromFile(figures.medianMeters)}.`,
    ...(figures.topicAccuracy === null
      ? []
      : [
          `The same topic as in the file: ${percent(figures.topicAccuracy)} of ${figures.topicsCompared} messages kept aside from learning.`,
        ]),
    `${figures.duplicates} cases joined a problem that was known already.`,
    ...(figures.repeats > 0 ? [`${figures.repeats} rows repeat an id and were passed over.`] : []),
    ...(refused.length > 0
      ? [`Refused and kept for an administrator: ${refused.map(([why, n]) => `${n} ${why}`).join(', ')}.`]
      : []),
  ];
}
