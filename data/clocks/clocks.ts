/** The clocks that ship as defaults; a region may replace any row. What each field means: flow/route/rules/clock.ts. */
import { z } from 'zod';
import { clockSchema, type Clock } from '#flow/route/rules/clock.ts';
import rows from './clocks.json' with { type: 'json' };

export const defaultClocks: readonly Clock[] = z.array(clockSchema).parse(rows);
