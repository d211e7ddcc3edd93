import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is counted apart: a family behind one address must not run out of one by doing the other. */
export type Paced = 'send' | 'find' | 'write' | 'upload' | 'neighbours';

/** Seconds to wait; 0 when it may be done now. */
export type Pace = (what: Paced, request: FastifyRequest) => Promise<number>;

/** A village, a school or an office may stand behind one address, so the limits stop machines only. */
const perTenMinutes: Readonly<Record<Paced, number>> = {
  send: 40,
  find: 60,
  write: 60,
  upload: 120,
  neighbours: 300,
};
const TEN_MINUTES_MS = 600_000;

/** Counts by network address. */
export function createPace(http: FastifyInstance): Pace {
  const counters = new Map(
    Object.entries(perTenMinutes).map(([what, max]) => [
      what,
      http.createRateLimit({
        max,
        timeWindow: TEN_MINUTES_MS,
        keyGenerator: (request) => `${what} ${request.ip}`,
      }),
    ]),
  );
  return async (what, request) => {
    const counted = await counters.get(what)?.(request);
    if (counted === undefined || counted.isAllowed || !counted.isExceeded) return 0;
    return Math.max(1, counted.ttlInSeconds);
  };
}
