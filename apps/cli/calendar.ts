import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCalendarXml } from '#centre/acts/import-calendar.ts';
import { keepCalendar } from '#centre/acts/keep-calendar.ts';
import type { ProductionCalendar } from '#centre/rules/calendar.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command } from './command.ts';
import { findRegion } from './find-region.ts';

export const importCalendarCommand: Command = {
  name: 'calendar import',
  summary: 'load the production calendar of a year',
  takes: ['FILE'],
  options: { region: { type: 'string' }, basis: { type: 'string' } },
  help: `otklik calendar import FILE.xml --region NAME [--basis "Постановление …"]

Loads the days off, shortened days and working weekends of one year. A calendar the region had for that year is replaced;
deadlines that run already keep their dates.

  FILE           XML with <day d="05.08" t="2"/>: t is 1 a day off, 2 a shortened day, 3 a working weekend
  --region NAME  address or name of the region
  --basis TEXT   the act the calendar rests on, shown to administrators`,
  run: async (typed, surroundings) => {
    const file = typed.positionals[0];
    if (file === undefined) throw new StartFault('Name the file: otklik calendar import FILE.xml …');
    const meant = required(typed, 'region');
    const basis = typed.text('basis') ?? `Загружено командой calendar import из файла ${path.basename(file)}`;
    const calendar = readCalendar(file, basis);
    await inHouse(surroundings, async ({ db }) => {
      const region = await findRegion(db, meant);
      await withScope(db, wholeRegion(region.id), (tx) =>
        keepCalendar(tx, region.id, calendar, surroundings.now()),
      );
      surroundings.out(
        `${region.name} counts ${calendar.year} by this calendar: ${calendar.days.length} days that differ from the week.`,
      );
    });
  },
};

function readCalendar(file: string, basis: string): ProductionCalendar {
  const calendar = readCalendarXml(readText(file), basis);
  if (calendar.ok) return calendar.value;
  throw new StartFault(`${file} is not a production calendar: ${calendar.failure.detail}.`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartFault(`Cannot read ${file}: is the name right?`);
  }
}
