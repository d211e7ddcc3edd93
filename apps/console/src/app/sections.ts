import type { Permission } from '#centre/rules/access.ts';

/** Sections of the console: where they live and what a person needs to see them. Order of the navigation. */
export const sections = [
  { name: 'queue', to: '/queue', permission: 'appeal.read' },
  { name: 'approvals', to: '/approvals', permission: 'answer.approve' },
  { name: 'desk', to: '/desk', permission: 'appeal.register' },
  { name: 'map', to: '/map', permission: 'map.read' },
  { name: 'figures', to: '/figures', permission: 'figures.read' },
  { name: 'quality', to: '/quality', permission: 'quality.read' },
  { name: 'register', to: '/register', permission: 'register.read' },
  { name: 'topics', to: '/topics', permission: 'topics.read' },
  { name: 'administration', to: '/administration', permission: 'channels.read' },
] as const satisfies readonly { name: string; to: string; permission: Permission }[];

export type Section = (typeof sections)[number];

export const sectionsFor = (permissions: readonly Permission[]): readonly Section[] =>
  sections.filter((section) => permissions.includes(section.permission));

const startOrder: readonly Section['name'][] = ['queue', 'figures', 'administration', 'map'];

/** Where a person starts: with what waits for them, leaders with the figures. */
export function startOf(permissions: readonly Permission[]): Section['to'] | null {
  const mine = sectionsFor(permissions);
  const first = startOrder.find((name) => mine.some((section) => section.name === name));
  return mine.find(({ name }) => name === first)?.to ?? mine[0]?.to ?? null;
}
