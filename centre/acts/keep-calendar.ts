import type { Writer } from '#store/connection.ts';
import { audit } from '#store/audit.ts';
import type { ProductionCalendar } from '../rules/calendar.ts';

/** Gives a region the calendar of a year; one it had for that year is replaced. Deadlines running already keep their dates. */
export async function keepCalendar(
  tx: Writer,
  regionId: number,
  calendar: ProductionCalendar,
  at: Date,
): Promise<void> {
  const { year, provisional } = calendar;
  await tx
    .insertInto('calendar_year')
    .values({ region_id: regionId, year, calendar, provisional })
    .onConflict((conflict) => conflict.columns(['region_id', 'year']).doUpdateSet({ calendar, provisional }))
    .execute();
  await audit(tx, regionId, [
    { at, actor: null, action: 'calendar_loaded', subjectKind: 'calendar', subjectId: String(year) },
  ]);
}
