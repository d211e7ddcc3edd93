import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sectors } from '#data/topics/topics.ts';
import { mapStateOf, mapStates } from '#flow/learn/rules/public-map.ts';
import type { MapPoints } from '#contract/portal-map.ts';
import type { App } from '#house/app.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { publicPlace, publicProblems, statesCalled, type PublicFilter } from '../views/public-problems.ts';
import { fields, routes } from './pages/addresses.ts';
import { mapPage } from './pages/map.ts';
import {
  mapPeriods,
  type MapPeriod,
  type MapRow,
  type MapView,
  type SectorOption,
} from './pages/map-view.ts';
import type { AddPage } from './add-page.ts';
import { showPage, type Visit } from './visit.ts';

const ROWS_A_PAGE = 50;
const DAY_MS = 86_400_000;
const daysOf: Readonly<Record<MapPeriod, number | null>> = {
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
  all: null,
};

/** The public map: the page with its list, and the points its script draws. */
export function registerMapPage(app: App, page: AddPage): void {
  page('GET', routes.map, async (visit, request, reply) => {
    const asked = readQuery(request);
    const view = await mapView(app, visit, asked);
    return showPage(reply, mapPage(view, visit.texts), {
      keeping: 'private, max-age=60',
      isIndexed: asked.page === 0 && request.url.split('?')[1] === undefined,
    });
  });
  page('GET', routes.mapPoints, async (visit, request, reply) => {
    const { placed } = await publicProblems(app, visit.knowledge, filterOf(visit, readQuery(request)));
    return reply.header('cache-control', 'private, max-age=60').send(pointsOf(visit, placed));
  });
}

type Query = MapView['chosen'] & { readonly page: number };

/** What the address asks for. What it cannot mean is left out, but an unknown topic stays: nothing fits it. */
function readQuery(request: FastifyRequest): Query {
  const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch('');
  const query = z
    .object({
      [fields.topic]: first,
      [fields.state]: z.enum(mapStates).nullable().catch(null),
      [fields.period]: z.enum(mapPeriods).catch('month'),
      page: z.coerce.number().int().min(0).max(10_000).catch(0),
    })
    .parse(request.query ?? {});
  return { ...query, topic: query.topic === '' ? null : query.topic.slice(0, 100) };
}

function filterOf({ knowledge, at }: Visit, { topic, state, period }: Query): PublicFilter {
  const days = daysOf[period];
  return {
    topics: topic === null ? null : topicsCalled(topic, knowledge),
    states: state === null ? null : statesCalled(state),
    municipalities: null,
    from: days === null ? null : new Date(at.getTime() - days * DAY_MS),
    to: null,
  };
}

/** A topic by its code, or every topic of a sector; none where nothing is called so. */
const topicsCalled = (code: string, { topics }: RegionKnowledge): string[] =>
  topics.has(code)
    ? [code]
    : [...topics.values()].filter((topic) => topic.sector === code).map((topic) => topic.code);

async function mapView(app: App, visit: Visit, asked: Query): Promise<MapView> {
  const { site, knowledge } = visit;
  const found = await publicProblems(app, knowledge, filterOf(visit, asked));
  const from = asked.page * ROWS_A_PAGE;
  const href = (path: string, page: number): string => {
    const query = new URLSearchParams({
      ...(asked.topic === null ? {} : { topic: asked.topic }),
      ...(asked.state === null ? {} : { state: asked.state }),
      period: asked.period,
      ...(page > 0 ? { page: String(page) } : {}),
    });
    return `${site.base}${path}?${query.toString()}`;
  };
  const { topic, state, period } = asked;
  return {
    site,
    sectors: sectorOptions(visit),
    chosen: { topic, state, period },
    found: found.all.length,
    withoutPlace: found.withoutPlace,
    rows: found.all.slice(from, from + ROWS_A_PAGE).map(({ problem }): MapRow => ({
      topic: knowledge.topics.get(problem.topic)?.name[site.language] ?? '',
      state: mapStateOf[problem.state],
      place: publicPlace(problem, knowledge),
      body: knowledge.bodies.get(problem.authority_id ?? 0)?.shortName ?? null,
      at: problem.created_at,
    })),
    nextHref: from + ROWS_A_PAGE < found.all.length ? href(routes.map, asked.page + 1) : null,
    previousHref: asked.page > 0 ? href(routes.map, asked.page - 1) : null,
    pointsHref: href(routes.mapPoints, 0),
  };
}

/** Only what may be on the map is offered. */
function sectorOptions({ knowledge, site }: Visit): SectorOption[] {
  const shown = [...knowledge.topics.values()].filter((topic) => topic.visibility === 'public');
  return sectors.flatMap((sector) => {
    const topics = shown
      .filter((topic) => topic.sector === sector.code)
      .map((topic) => ({ code: topic.code, name: topic.name[site.language] }));
    return topics.length === 0 ? [] : [{ code: sector.code, name: sector.name[site.language], topics }];
  });
}

/** Names once, points as short rows. */
function pointsOf(
  { knowledge, site }: Visit,
  placed: Awaited<ReturnType<typeof publicProblems>>['placed'],
): MapPoints {
  const topics = [...new Set(placed.map(({ problem }) => problem.topic))];
  const bodies = [...new Set(placed.map(({ problem }) => problem.authority_id ?? 0))].filter((id) =>
    knowledge.bodies.has(id),
  );
  const topicAt = new Map(topics.map((code, index) => [code, index]));
  const bodyAt = new Map(bodies.map((id, index) => [id, index]));
  return {
    topics: topics.map((code) => knowledge.topics.get(code)?.name[site.language] ?? ''),
    bodies: bodies.map((id) => knowledge.bodies.get(id)?.shortName ?? ''),
    rows: placed.map(({ problem, at }) => [
      rounded(at.lat),
      rounded(at.lon),
      mapStateOf[problem.state],
      topicAt.get(problem.topic) ?? 0,
      bodyAt.get(problem.authority_id ?? 0) ?? -1,
      Math.floor(problem.created_at.getTime() / 1000),
    ]),
    shapes: placed.flatMap(({ shape }, row) => (shape === null ? [] : [[row, shape] as const])),
  };
}

/** A metre is enough on a map. */
export const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
