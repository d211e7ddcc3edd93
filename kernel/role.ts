/** Who people are in a centre. A person may hold several roles, each over its own territory or authority. */
export const roles = [
  'moderator',
  'operator',
  'coordinator',
  'curator',
  'executor',
  'approver',
  'inspector',
  'analyst',
  'leader',
  'administrator',
  'data_officer',
] as const;
export type Role = (typeof roles)[number];
