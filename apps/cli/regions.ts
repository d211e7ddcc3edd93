import { allRegions } from '#centre/queries/regions.ts';
import { inHouse, type Command } from './command.ts';

export const regionsCommand: Command = {
  name: 'regions',
  summary: 'list the regions of this installation',
  takes: [],
  options: { json: { type: 'boolean' } },
  help: `otklik regions [--json]

Lists the regions of this installation: address, name, time zone.`,
  run: async (typed, surroundings) => {
    const regions = await inHouse(surroundings, ({ db }) => allRegions(db));
    if (typed.isOn('json')) {
      const listed = regions.map(({ id, slug, name, timeZone, isDefault }) => ({
        id,
        slug,
        name,
        timeZone,
        isDefault,
      }));
      return surroundings.out(JSON.stringify(listed));
    }
    if (regions.length === 0) surroundings.out('There is no region yet: make one with region create.');
    for (const { slug, name, timeZone, isDefault } of regions)
      surroundings.out(`${slug}  ${name}  ${timeZone}${isDefault ? '  (shown first)' : ''}`);
  },
};
