import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { z } from 'zod';
import type { Permission } from '#centre/rules/access.ts';
import { whoAmI, type me } from '#contract/centre.ts';
import { csrfToken, read, session } from './call.ts';

export type Me = z.output<typeof me>;

/** Takes the token and marks the session open: every change needs both. */
export function enter(person: Me): Me {
  csrfToken.set(person.csrfToken);
  session.set('open');
  return person;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => enter(await read(whoAmI, {})),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export const MeContext = createContext<Me | null>(null);

/** The person at the screen. Only screens behind the sign-in may ask. */
export function useMe(): Me {
  const person = use(MeContext);
  if (person === null) throw new Error('A screen asked who is signed in outside the signed-in part');
  return person;
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
