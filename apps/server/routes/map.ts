import type { FastifyInstance } from 'fastify';
import path from 'node:path';
import * as contract from '#contract/learn.ts';
import type { QueryOf } from '#contract/endpoint.ts';
import { ok } from '#kernel/result.ts';
import { shiftDate } from '#kernel/time/local-date.ts';
import { countWithoutPlace, mapPoints, type MapFilter } from '#flow/learn/queries/map-points.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { replyFailure } from '../http/failure-reply.ts';
import { regionOf } from '../http/region.ts';
import { createServe } from '../http/serve.ts';
import { tilesPath } from '../portal/visit.ts';
import { createBaseMaps } from '../views/base-map.ts';
import { figuresView } from '../views/figures.ts';
import { publicProblems } from '../views/public-problems.ts';

const MOST_POINTS = 50_000;
const FIRST_DAY = '2000-01-01';

type Filter = QueryOf<typeof contract.publicMap>;

/** Maps for everyone and for staff, the ground under both, and the figures. */
export function registerMap(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);
  servePublicMap(app, serve);
  serveStaffMap(app, serve);

  serve.staff(contract.figures, async ({ region, query, actor, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return ok(await transaction((tx) => figuresView(tx, knowledge, actor, query)));
  });

  registerGround(app, http);
}

type Serve = ReturnType<typeof createServe>;

function servePublicMap(app: App, serve: Serve): void {
  serve.open(contract.publicMap, async ({ region, query }) => {
    const knowledge = await app.knowledge.of(region.id);
    const found = await publicProblems(app, knowledge, {
      topics: topicsOf(query, knowledge),
      states: query.state ?? null,
      municipalities: query.municipality ?? null,
      from: query.from === undefined ? null : knowledge.time.startOf(query.from),
      to: query.to === undefined ? null : knowledge.time.startOf(shiftDate(query.to, 1)),
    });
    return ok({
      points: found.placed.map(({ problem, at, shape }) => ({
        id: problem.id,
        lat: at.lat,
        lon: at.lon,
        topic: problem.topic,
        state: problem.state,
        appeals: problem.appeals,
        at: problem.created_at.toISOString(),
        ...(shape === null ? {} : { shape }),
      })),
      withoutPlace: found.withoutPlace,
      isCut: found.isCut,
    });
  });
}

/** Within what the asker may see: the database decides. */
function serveStaffMap(app: App, serve: Serve): void {
  serve.staff(contract.staffMap, async ({ region, query, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const filter = staffFilter(query, knowledge, at);
    const { points, withoutPlace } = await transaction(async (tx) => ({
      points: await mapPoints(tx, region.id, filter, MOST_POINTS),
      withoutPlace: await countWithoutPlace(tx, region.id, filter, MOST_POINTS),
    }));
    return ok({
      points: points.map((row) => ({
        id: row.id,
        lat: row.lat,
        lon: row.lon,
        topic: row.topic,
        state: row.state,
        appeals: row.appeals,
        at: row.created_at.toISOString(),
        appealId: row.appeal_id,
        ...(row.shape === null ? {} : { shape: row.shape }),
      })),
      withoutPlace,
      isCut: points.length === MOST_POINTS,
    });
  });
}

const topicsOf = ({ topic, sector }: Filter, { topics }: RegionKnowledge): string[] | null =>
  topic === undefined && sector === undefined
    ? null
    : [
        ...(topic ?? []),
        ...[...topics.values()].filter((one) => sector?.includes(one.sector)).map((one) => one.code),
      ];

const staffFilter = (query: Filter, knowledge: RegionKnowledge, at: Date): MapFilter => ({
  topics: topicsOf(query, knowledge),
  states: query.state ?? null,
  municipalities: query.municipality ?? null,
  from: knowledge.time.startOf(query.from ?? FIRST_DAY),
  to:
    query.to === undefined
      ? new Date(at.getTime() + 86_400_000)
      : knowledge.time.startOf(shiftDate(query.to, 1)),
});

/** The ground is heavy and seldom changes: packed once, told apart by a strong ETag, sent whole or not at all. */
function registerGround(app: App, http: FastifyInstance): void {
  const bases = createBaseMaps(app.now, (regionId, read) => withScope(app.db, wholeRegion(regionId), read));
  http.get(`/api${contract.baseMap.path}`, async (request, reply) => {
    const region = regionOf(await app.knowledge.regions(), request);
    if (region === null) return replyFailure(reply, request, { code: 'region_not_found' }, 'Europe/Moscow');
    const base = await bases(region, app.config.map);
    void reply
      .header('etag', base.etag)
      .header('cache-control', 'public, max-age=300, must-revalidate')
      .header('vary', 'accept-encoding, host');
    if (tagsIn(request.headers['if-none-match']).includes(base.etag)) return reply.status(304).send();
    void reply.type('application/json; charset=utf-8');
    return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      ? reply.header('content-encoding', 'gzip').send(base.gzipped)
      : reply.header('content-encoding', 'identity').send(base.json);
  });
  const { pmtiles } = app.config.map;
  if (pmtiles === null || URL.canParse(pmtiles)) return;
  const file = path.resolve(pmtiles);
  http.get(`/api${tilesPath}`, async (_request, reply) =>
    reply.sendFile(path.basename(file), path.dirname(file), { maxAge: '1d', immutable: false }),
  );
}

const tagsIn = (header: string | undefined): string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
