import { importBoundaries } from '#centre/acts/import-boundaries.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from '../command.ts';
import { wholeText } from '../files/open-text.ts';
import { findRegion } from '../find-region.ts';
import { readBoundaries } from './boundaries.ts';

export const importBoundariesCommand: Command = {
  name: 'region boundaries',
  summary: 'load municipalities and their boundaries into a region, and newer ones',
  takes: ['FILE'],
  options: {
    region: { type: 'string' },
    'name-property': { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: `otklik region boundaries FILE.geojson --region NAME

Loads boundaries of municipalities. They are kept exactly as they are and asked which municipality a point belongs to; maps
draw a lighter copy. The same file again changes nothing; municipalities it does not name are kept.

  FILE                 municipalities as GeoJSON in WGS 84; features of one name become one municipality; .gz is fine
  --region NAME        address or name of the region
  --name-property P    the property that names a municipality (district)
  --dry-run            tell what would change and change nothing
  --json               print the figures as one JSON object`,
  run: loadBoundaries,
};

async function loadBoundaries(typed: Typed, surroundings: Surroundings): Promise<void> {
  const file = typed.positionals[0];
  if (file === undefined)
    throw new StartFault('Name the file: otklik region boundaries FILE.geojson --region …');
  const meant = required(typed, 'region');
  const isDry = typed.isOn('dry-run');
  const { territories, bounds, passedOver } = readBoundaries(
    await wholeText(file, surroundings.say),
    file,
    typed.text('name-property') ?? 'district',
  );
  await inHouse(surroundings, async ({ db }) => {
    const region = await findRegion(db, meant);
    // A dry run does the same work; told as a failure, the transaction leaves nothing of it.
    const { done } = await withScope(db, wholeRegion(region.id), async (tx) => ({
      ok: !isDry,
      done: await importBoundaries(tx, region.id, territories, bounds, surroundings.now()),
    }));
    const figures = {
      region: region.slug,
      dryRun: isDry,
      added: done.added.length,
      changed: done.changed.length,
      same: done.same,
      kept: done.kept,
      passedOver,
    };
    if (typed.isOn('json')) return surroundings.out(JSON.stringify(figures));
    surroundings.out(
      `${region.slug}: ${figures.added} municipalities added, ${figures.changed} drawn anew, ${figures.same} as they were, ${done.kept.length} not in the file and kept${isDry ? ' — a dry run, nothing was written' : ''}.`,
    );
    if (passedOver > 0) surroundings.out(`${passedOver} features that are no areas were passed over.`);
  });
}
