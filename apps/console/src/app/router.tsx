import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  stripSearchParams,
} from '@tanstack/react-router';
import { readFiguresPeriod } from '../figures/figures-period.ts';
import { readMapFilter } from '../map/map-filter.ts';
import { readQueueFilter } from '../queue/queue-filter.ts';
import { readRegisterPeriod } from '../register/register-period.ts';
import { failureOf } from './call.ts';
import { referenceQuery } from './reference.ts';
import { regionBase } from './region-base.ts';
import { Broken, NoSection, NotFound, Waiting } from './screens.tsx';
import { parseSearch, stringifySearch, writeValue } from './search.ts';
import { startOf } from './sections.ts';
import { sessionQuery } from './session.ts';
import { Shell } from './Shell.tsx';

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; why?: 'expired' } => {
    const next = writeValue(search['next']);
    return {
      // Only a place of our own: an address of another site would take the person away after the sign-in.
      ...(next !== null && next.startsWith('/') && !next.startsWith('//') ? { next } : {}),
      ...(search['why'] === 'expired' ? { why: 'expired' as const } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
});

const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  async beforeLoad({ context, location }) {
    try {
      return { person: await context.queries.ensureQueryData(sessionQuery) };
    } catch (error) {
      if (failureOf(error).code !== 'not_signed_in') throw error;
      const next = location.pathname === '/' ? undefined : location.publicHref;
      throw redirect({ to: '/sign-in', search: next === undefined ? {} : { next } });
    }
  },
  loader: ({ context }) => context.queries.ensureQueryData(referenceQuery),
  component: Shell,
});

const start = createRoute({
  getParentRoute: () => staff,
  path: '/',
  beforeLoad({ context }) {
    const to = startOf(context.person.permissions);
    if (to !== null) throw redirect({ to });
  },
  component: NoSection,
});

const queue = createRoute({
  getParentRoute: () => staff,
  path: '/queue',
  validateSearch: readQueueFilter,
  search: { middlewares: [stripSearchParams({ view: 'mine', order: 'urgent' })] },
  component: lazyRouteComponent(() => import('../queue/QueuePage.tsx'), 'QueuePage'),
});

const card = createRoute({
  getParentRoute: () => queue,
  path: '$appealId',
  component: lazyRouteComponent(() => import('../card/CardRoute.tsx'), 'CardRoute'),
});

const queueAlone = createRoute({
  getParentRoute: () => queue,
  path: '/',
  component: lazyRouteComponent(() => import('../queue/ChooseCard.tsx'), 'ChooseCard'),
});

const approvals = createRoute({
  getParentRoute: () => staff,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): { case?: string } => {
    const chosen = writeValue(search['case']);
    return chosen === null ? {} : { case: chosen };
  },
  component: lazyRouteComponent(() => import('../approvals/ApprovalsPage.tsx'), 'ApprovalsPage'),
});

const map = createRoute({
  getParentRoute: () => staff,
  path: '/map',
  validateSearch: readMapFilter,
  component: lazyRouteComponent(() => import('../map/MapPage.tsx'), 'MapPage'),
});

const figures = createRoute({
  getParentRoute: () => staff,
  path: '/figures',
  validateSearch: readFiguresPeriod,
  component: lazyRouteComponent(() => import('../figures/FiguresPage.tsx'), 'FiguresPage'),
});

const quality = createRoute({
  getParentRoute: () => staff,
  path: '/quality',
  validateSearch: readFiguresPeriod,
  component: lazyRouteComponent(() => import('../quality/QualityPage.tsx'), 'QualityPage'),
});

const desk = createRoute({
  getParentRoute: () => staff,
  path: '/desk',
  component: lazyRouteComponent(() => import('../desk/DeskPage.tsx'), 'DeskPage'),
});

const register = createRoute({
  getParentRoute: () => staff,
  path: '/register',
  validateSearch: readRegisterPeriod,
  component: lazyRouteComponent(() => import('../register/RegisterPage.tsx'), 'RegisterPage'),
});

const topics = createRoute({
  getParentRoute: () => staff,
  path: '/topics',
  component: lazyRouteComponent(() => import('../topics/TopicsPage.tsx'), 'TopicsPage'),
});

const administration = createRoute({
  getParentRoute: () => staff,
  path: '/administration',
  component: lazyRouteComponent(
    () => import('../administration/AdministrationPage.tsx'),
    'AdministrationPage',
  ),
});

const tree = root.addChildren([
  signIn,
  staff.addChildren([
    start,
    queue.addChildren([card, queueAlone]),
    approvals,
    map,
    figures,
    quality,
    desk,
    register,
    topics,
    administration,
  ]),
]);

export const createConsoleRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    basepath: `${regionBase}/console`,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
