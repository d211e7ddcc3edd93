import { correctionsAfter } from '#flow/learn/queries/labelled.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { inHouse, required, type Command } from './command.ts';
import { namesOfValues } from './correction-names.ts';
import { findRegion } from './find-region.ts';

const PAGE = 2000;
const columns = ['at', 'field', 'was', 'became', 'model', 'text', 'was_name', 'became_name'] as const;

export const exportCorrectionsCommand: Command = {
  name: 'corrections export',
  summary: "print a region's corrections as CSV, masked",
  takes: [],
  options: { region: { type: 'string' } },
  help: `otklik corrections export --region NAME > corrections.csv

What people corrected, the oldest first: when, which field, what the machine said, what it became, version of the model, and the
masked words of the message, the names of what it was and became. Topics, bodies and places have names, places to the street;
problems have ids only. Nobody is named: neither who wrote nor who corrected.`,
  run: async (typed, surroundings) => {
    const meant = required(typed, 'region');
    await inHouse(surroundings, async ({ db }) => {
      const { id } = await findRegion(db, meant);
      const nameOf = await withScope(db, wholeRegion(id), (tx) => namesOfValues(tx, id));
      surroundings.out(columns.join(','));
      let after: { readonly at: Date; readonly id: string } | null = null;
      for (;;) {
        const rows: Awaited<ReturnType<typeof correctionsAfter>> = await withScope(
          db,
          wholeRegion(id),
          (tx) => correctionsAfter(tx, id, after, PAGE),
        );
        for (const row of rows)
          surroundings.out(
            [
              row.at.toISOString(),
              row.field,
              row.was,
              row.became,
              row.model_version,
              row.masked_text,
              nameOf(row.field, row.was),
              nameOf(row.field, row.became),
            ]
              .map(csvCell)
              .join(','),
          );
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE) return;
        after = { at: last.at, id: last.id };
      }
    });
  },
};

/** Quoted where it must be. Words that a spreadsheet would take for a formula are kept from it by an apostrophe. */
function csvCell(value: string | null): string {
  const plain = (value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
