import { describe, expect, test } from 'vitest';
import { permissionsOf } from '#centre/rules/access.ts';
import { actionsFrom, stages, type Stage } from '#flow/work/rules/lifecycle.ts';
import type { Role } from '#kernel/role.ts';
import { buttonsOf } from './card-buttons.ts';

const buttonsFor = (role: Role, stage: Stage) => {
  const permissions = new Set(permissionsOf([role]));
  return buttonsOf({ actions: actionsFrom(stage, permissions), stage }, (name) => permissions.has(name));
};

describe('the first button is the likeliest next step', () => {
  test.each([
    ['executor', 'assigned', 'start'],
    ['executor', 'in_work', 'answer'],
    ['approver', 'on_approval', 'approve'],
    ['coordinator', 'triage', 'assign'],
    ['moderator', 'triage', 'assign'],
    ['inspector', 'answered', 'verify'],
  ] as const)('%s, %s: %s', (role, stage, button) => {
    expect(buttonsFor(role, stage)[0]).toBe(button);
  });
});

test('a leader and an administrator get no buttons at all', () => {
  for (const stage of stages) {
    expect(buttonsFor('leader', stage)).toEqual([]);
    expect(buttonsFor('administrator', stage)).toEqual([]);
  }
});

test('a closed case is neither extended nor split into tasks', () => {
  expect(buttonsFor('coordinator', 'closed')).toEqual(['reopen', 'note']);
});
