import type { Role } from '#kernel/role.ts';
import type { Stage } from './lifecycle.ts';

/** What waits on each role: the queue «Ждут меня». */
export const waitsOn: Readonly<Record<Role, readonly Stage[]>> = {
  moderator: ['triage'],
  operator: ['triage'],
  coordinator: ['triage'],
  curator: ['triage'],
  executor: ['assigned', 'in_work'],
  approver: ['on_approval'],
  inspector: ['answered'],
  analyst: [],
  leader: [],
  administrator: [],
  data_officer: [],
};

/** Stages that wait on a person with these roles. */
export const stagesWaitingOn = (roles: readonly Role[]): Stage[] => [
  ...new Set(roles.flatMap((role) => waitsOn[role])),
];
