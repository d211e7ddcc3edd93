import { expect, test } from 'vitest';
import { listedAtDesk } from './listed-at-desk.ts';

const [pit, lamp] = [{ incidentId: 'pit' }, { incidentId: 'lamp' }];

test.each([
  ['nothing chosen: what is found', [pit, lamp], null, [pit, lamp]],
  ['the chosen one is found: the order stays', [pit, lamp], lamp, [pit, lamp]],
  ['the chosen one is found no more: it stays, first', [pit], lamp, [lamp, pit]],
  ['the chosen one, and no place any more', [], lamp, [lamp]],
])('%s', (_, found, chosen, listed) => expect(listedAtDesk(found, chosen)).toEqual(listed));
