import { describe, expect, test } from 'vitest';
import { scopeOf } from './scope.ts';

const grant = (
  role: 'coordinator' | 'executor' | 'approver',
  municipalityId: number | null,
  authorityId: number | null,
) => ({ role, municipalityId, authorityId });

describe('what a person may see', () => {
  test.each([
    [
      'a coordinator of the region: everything',
      [grant('coordinator', null, null)],
      { sees: 'all', municipalities: [], authorities: [] },
    ],
    [
      'a coordinator of a municipality: that municipality',
      [grant('coordinator', 3, null)],
      { sees: 'own', municipalities: [3], authorities: [] },
    ],
    [
      'an executor: their body only',
      [grant('executor', null, 7)],
      { sees: 'own', municipalities: [], authorities: [7] },
    ],
    [
      'an executor of a municipal body: still their body only',
      [grant('executor', 3, 7)],
      { sees: 'own', municipalities: [], authorities: [7] },
    ],
    [
      'a person of two municipal centres: both',
      [grant('approver', 3, null), grant('approver', 4, null)],
      { sees: 'own', municipalities: [3, 4], authorities: [] },
    ],
    ['nobody in particular: nothing', [], { sees: 'own', municipalities: [], authorities: [] }],
  ] as const)('%s', (_, grants, scope) => expect(scopeOf(grants)).toEqual(scope));

  test('an executor without a body never sees the whole region', () =>
    expect(scopeOf([grant('executor', null, null)]).sees).toBe('own'));
});
