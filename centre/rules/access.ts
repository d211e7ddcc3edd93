import type { Role } from '#kernel/role.ts';

/**
 * Who may do what: one table, everything else derives from it (HTTP access checks, the buttons of the console).
 * `anyone` needs no session, `holder` holds the secret link of a case, `staff` is anyone signed in.
 */
export const permissions = {
  'session.open': 'anyone',
  'message.send': 'anyone',
  'map.public': 'anyone',
  'tracking.see': 'holder',
  'session.own': 'staff',
  'reference.read': 'staff',
  'appeal.read': ['moderator', 'operator', 'coordinator', 'curator', 'executor', 'approver', 'inspector'],
  'appeal.assign': ['moderator', 'operator', 'coordinator', 'curator'],
  'appeal.correct': ['moderator', 'operator', 'coordinator', 'curator'],
  'appeal.decline': ['moderator', 'coordinator'],
  'appeal.merge': ['moderator', 'coordinator', 'curator'],
  'appeal.work': ['executor'],
  'appeal.reopen': ['coordinator', 'inspector'],
  'appeal.verify': ['inspector'],
  'appeal.extend': ['approver', 'coordinator'],
  'appeal.split': ['coordinator', 'curator', 'executor'],
  'appeal.note': ['moderator', 'operator', 'coordinator', 'curator', 'executor', 'approver', 'inspector'],
  'appeal.register': ['operator', 'coordinator'],
  'photo.let_through': ['moderator', 'coordinator'],
  'answer.write': ['executor', 'curator', 'coordinator'],
  'answer.approve': ['approver'],
  'delivery.settle': ['executor', 'operator', 'coordinator', 'approver'],
  'contact.look': ['operator', 'coordinator', 'data_officer'],
  'map.read': [
    'moderator',
    'operator',
    'coordinator',
    'curator',
    'executor',
    'approver',
    'inspector',
    'analyst',
    'leader',
  ],
  'figures.read': ['coordinator', 'curator', 'approver', 'inspector', 'analyst', 'leader'],
  'quality.read': ['moderator', 'coordinator', 'curator', 'inspector', 'analyst', 'administrator'],
  'quality.train': ['administrator'],
  'channels.read': ['administrator', 'coordinator'],
  'register.read': ['administrator', 'coordinator'],
  'register.edit': ['administrator'],
  'topics.read': ['administrator', 'coordinator'],
  'topics.edit': ['administrator'],
  'raw.read': ['administrator'],
  'audit.read': ['data_officer'],
} as const satisfies Record<string, 'anyone' | 'holder' | 'staff' | readonly Role[]>;

export type Permission = keyof typeof permissions;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a literal of this very file: the library types them as any strings
export const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]];

/** Whether a signed-in person with these roles may do it. `anyone` and `holder` are decided at the door, before a session. */
export function mayDo(permission: Permission, roles: readonly Role[]): boolean {
  const allowed: 'anyone' | 'holder' | 'staff' | readonly Role[] = permissions[permission];
  if (allowed === 'anyone' || allowed === 'staff') return true;
  if (allowed === 'holder') return false;
  return roles.some((role) => allowed.includes(role));
}

/** What a person with these roles may do, for the console's buttons. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return permissionNames.filter((permission) => mayDo(permission, roles));
}
