import { sql } from 'kysely';
import type { Stage } from './hands.ts';

const idOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every fact of a region, with what differs by chance (ids, numbers) told by the order of the cases. */
export async function factsOf({ region, cases, run }: Stage): Promise<Record<string, unknown[]>> {
  const people = new Map(Object.entries(region.people).map(([role, { id }]) => [id, role]));
  const order = new Map(cases.map((id, index) => [id, `case ${index}`]));
  const tables = [
    'appeal_state',
    'appeal_move',
    'deadline',
    'responsibility',
    'answer',
    'answer_review',
    'incident_state',
    'incident_move',
  ];
  const facts: Record<string, unknown[]> = {};
  const answers = new Map<string, string>();
  const incidents = new Map<string, string>();
  for (const table of tables) {
    const { rows } = await run((tx) =>
      sql<Record<string, unknown>>`select * from ${sql.table(table)} where region_id = ${region.id}`.execute(
        tx,
      ),
    );
    for (const row of rows) {
      const own = order.get(idOf(row['appeal_id'])) ?? '';
      if (table === 'answer') answers.set(idOf(row['id']), `answer of ${own}`);
      if (table === 'appeal_state' && row['incident_id'] !== null && !incidents.has(idOf(row['incident_id'])))
        incidents.set(idOf(row['incident_id']), `problem of ${own}`);
    }
    const told = rows.map((row) =>
      JSON.stringify(row, (name, value: unknown) => {
        if (name === 'region_id' || name === 'number' || (name === 'id' && table === 'answer'))
          return undefined;
        if (typeof value !== 'string') return value;
        return people.get(value) ?? order.get(value) ?? answers.get(value) ?? incidents.get(value) ?? value;
      }),
    );
    facts[table] = told.toSorted();
  }
  return facts;
}
