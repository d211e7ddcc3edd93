import type { Role } from '#kernel/role.ts';

interface Limits {
  readonly role: Role;
  readonly municipalityId: number | null;
  readonly authorityId: number | null;
}

export interface VisibleScope {
  readonly sees: 'all' | 'own';
  readonly municipalities: readonly number[];
  readonly authorities: readonly number[];
}

/**
 * What a person may see: the union of their roles. A role without limits sees the region; an executor is always limited to
 * their body. Row-level security enforces the same in the database.
 */
export function scopeOf(grants: readonly Limits[]): VisibleScope {
  const wide = grants.some(
    (grant) => grant.role !== 'executor' && grant.municipalityId === null && grant.authorityId === null,
  );
  const numbers = (pick: (grant: Limits) => number | null): number[] => [
    ...new Set(grants.map(pick).filter((id): id is number => id !== null)),
  ];
  return {
    sees: wide ? 'all' : 'own',
    // A limit by body is the narrower one: a municipality beside it does not widen it.
    municipalities: numbers((grant) => (grant.authorityId === null ? grant.municipalityId : null)),
    authorities: numbers((grant) => grant.authorityId),
  };
}
