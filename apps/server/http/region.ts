import type { FastifyRequest } from 'fastify';
import type { Region } from '#centre/queries/regions.ts';

/** Set by the rewriting of `/r/<slug>/…`, never believed from outside. */
export const REGION_HEADER = 'x-otklik-region';

/** Splits the path prefix that names a region from the rest: `/r/perm/map` is `/map` of the region `perm`. */
export function splitRegionPath(url: string): { readonly slug: string | null; readonly url: string } {
  const found = /^\/r\/([a-z0-9][a-z0-9-]{0,62})(?=\/|\?|$)(.*)$/.exec(url);
  if (found === null) return { slug: null, url };
  const rest = found[2] ?? '';
  return { slug: found[1] ?? null, url: rest.startsWith('/') ? rest : `/${rest}` };
}

/** The region of a request: by path, else by host, else the default one. */
export function regionOf(regions: readonly Region[], request: FastifyRequest): Region | null {
  const slug = request.headers[REGION_HEADER];
  if (typeof slug === 'string') return regions.find((one) => one.slug === slug) ?? null;
  const host = request.hostname.toLowerCase();
  return (
    regions.find((one) => one.hosts.includes(host)) ??
    regions.find((one) => one.isDefault) ??
    regions[0] ??
    null
  );
}

/** The path prefix of links in a page of this request. */
export const baseOf = (request: FastifyRequest): string => {
  const slug = request.headers[REGION_HEADER];
  return typeof slug === 'string' ? `/r/${slug}` : '';
};
