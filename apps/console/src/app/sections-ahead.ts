import { useEffect } from 'react';

const pauseMs = 1500;

/**
 * Loads the code of the other screens once the first one stands, so that a lost connection or a new release does
 * not stop a person half-way. The map stays out: it is heavy and loads when it is opened.
 */
export function useSectionsAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const ahead = [
        import('../queue/QueuePage.tsx'),
        import('../card/CardRoute.tsx'),
        import('../approvals/ApprovalsPage.tsx'),
        import('../figures/FiguresPage.tsx'),
        import('../desk/DeskPage.tsx'),
        import('./SignIn.tsx'),
      ];
      // A screen that did not load ahead is asked for again when it is opened.
      void Promise.allSettled(ahead);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, []);
}
