import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissionsOf } from '#centre/rules/access.ts';
import { actionNames, actions, actionsFrom, move, stages, type ActionRule } from './lifecycle.ts';

const of = (role: 'executor' | 'approver' | 'coordinator' | 'analyst' | 'administrator') =>
  new Set(permissionsOf([role]));

describe('the life of a case', () => {
  test.each([
    ['triage', 'assign', 'assigned'],
    ['assigned', 'start', 'in_work'],
    ['in_work', 'ask', 'clarifying'],
    ['clarifying', 'reply', 'in_work'],
    ['in_work', 'submit', 'on_approval'],
    ['on_approval', 'return_draft', 'in_work'],
    ['on_approval', 'answer_final', 'answered'],
    ['answered', 'confirm', 'closed'],
    ['closed', 'dispute', 'in_work'],
    ['declined', 'object', 'triage'],
  ] as const)('%s —%s→ %s', (from, action, to) =>
    expect(move(from, action)).toEqual({ ok: true, value: to }),
  );

  test.each([
    ['triage', 'answer_final'],
    ['assigned', 'confirm'],
    ['closed', 'start'],
    ['declined', 'confirm'],
    ['answered', 'start'],
  ] as const)('%s admits no %s', (from, action) =>
    expect(move(from, action)).toMatchObject({ ok: false, failure: { code: 'move_not_allowed', from } }),
  );

  test('from every stage something may happen: no case is stuck for ever', () => {
    for (const stage of stages)
      expect(actionNames.some((name) => (actions[name] as ActionRule).from.includes(stage))).toBe(true);
  });

  test('somebody may take every action', () => {
    for (const name of actionNames) {
      const rule: ActionRule = actions[name];
      expect(rule.permission !== null || rule.movers.length > 0).toBe(true);
    }
  });
});

describe('the buttons of the card', () => {
  test('an executor starts, sends back; an approver approves or returns', () => {
    expect(actionsFrom('assigned', of('executor'))).toEqual(expect.arrayContaining(['start', 'send_back']));
    expect(actionsFrom('on_approval', of('approver'))).toEqual(
      expect.arrayContaining(['answer_final', 'return_draft']),
    );
  });

  test('nobody confirms for the resident', () => {
    for (const role of ['executor', 'approver', 'coordinator'] as const)
      expect(actionsFrom('answered', of(role))).not.toContain('confirm');
  });

  test('an analyst and an administrator change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stages),
        fc.constantFrom('analyst' as const, 'administrator' as const),
        (stage, role) => actionsFrom(stage, of(role)).length === 0,
      ),
    );
  });
});
