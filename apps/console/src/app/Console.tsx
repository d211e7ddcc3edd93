import {
  localStorageColorSchemeManager,
  MantineProvider,
  type MantineColorSchemeManager,
} from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { cssVariablesResolver, theme } from '#ui/mantine/theme.ts';
import { failureOf, session } from './call.ts';
import { showScheme } from './color-scheme.ts';
import { createConsoleRouter } from './router.tsx';
import { useSignal } from './signal.ts';

const most = 2;
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A call that cannot be made must fail and say so, not wait in silence.
      networkMode: 'always',
      retry: (count, error) => failureOf(error).code === 'no_connection' && count < most,
    },
  },
});
const router = createConsoleRouter(queries);

const kept = localStorageColorSchemeManager({ key: 'otklik.theme' });
const colorScheme: MantineColorSchemeManager = {
  ...kept,
  get(fallback) {
    const scheme = kept.get(fallback);
    showScheme(scheme);
    return scheme;
  },
  set(scheme) {
    showScheme(scheme);
    kept.set(scheme);
  },
};

/** Brings a person whose session ended to the sign-in, and remembers the place to come back to. */
function useReturnAfterSignIn(): void {
  const state = useSignal(session);
  useEffect(() => {
    if (state !== 'ended') return;
    session.set('unknown');
    const next = router.state.location.publicHref;
    queries.removeQueries({ queryKey: ['session'] });
    void router.navigate({ to: '/sign-in', search: { next, why: 'expired' } });
  }, [state]);
}

export function Console() {
  useReturnAfterSignIn();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notifications position="bottom-right" limit={3} autoClose={6000} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
