import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Region } from '#centre/queries/regions.ts';
import { longestText, mostFiles } from '#contract/intake.ts';
import { baseMap } from '#contract/learn.ts';
import { portal as english } from '#texts/en/portal.ts';
import { portal as russian, type PortalTexts } from '#texts/ru/portal.ts';
import type { BaseSource } from '#ui/map/base-map.ts';
import type { App } from '#house/app.ts';
import { languageOf } from '../http/language.ts';
import { baseOf, regionOf } from '../http/region.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { readPortalAssets, type PortalAssets } from './pages/assets.ts';
import type { Limits, Site } from './pages/views.ts';

/** One request of a resident: where they are and in what language they read. */
export interface Visit {
  readonly region: Region;
  readonly knowledge: RegionKnowledge;
  readonly site: Site;
  readonly texts: PortalTexts;
  readonly at: Date;
}

/** The number of the centres for residents, the same all over the country. */
const PHONE = '122';

/** `null`: there is no such region. */
export async function visitOf(app: App, request: FastifyRequest): Promise<Visit | null> {
  const region = regionOf(await app.knowledge.regions(), request);
  if (region === null) return null;
  const { site, texts } = siteOf(app, request, region);
  return { region, knowledge: await app.knowledge.of(region.id), site, texts, at: site.now };
}

/** What every page knows of its surroundings; without a region, enough for an apology. */
export function siteOf(
  app: App,
  request: FastifyRequest,
  region: Pick<Region, 'name' | 'timeZone'>,
): { readonly site: Site; readonly texts: PortalTexts } {
  const language = languageOf(request);
  const texts = language === 'ru' ? russian : english;
  const base = baseOf(request);
  return {
    texts,
    site: {
      language,
      regionName: region.name,
      operatorName: texts.operator(region.name),
      phone: PHONE,
      base,
      otherLanguageHref:
        request.method === 'GET' ? withLanguage(request, language === 'ru' ? 'en' : 'ru') : null,
      assets: portalAssets(app),
      map: groundOf(app, base),
      zone: region.timeZone,
      now: app.now(),
    },
  };
}

/** The address of this very page below the prefix of its region, with another language or without any. */
export function withLanguage(request: FastifyRequest, language: 'ru' | 'en' | null): string {
  const url = new URL(request.url, 'http://portal.invalid');
  url.searchParams.delete('language');
  if (language !== null) url.searchParams.set('language', language);
  return baseOf(request) + url.pathname + url.search;
}

const groundOf = ({ config }: App, base: string): BaseSource => {
  const { styleUrl, pmtiles } = config.map;
  if (styleUrl !== null) return { kind: 'style', href: styleUrl };
  if (pmtiles === null) return { kind: 'own', href: `${base}/api${baseMap.path}` };
  return { kind: 'pmtiles', href: URL.canParse(pmtiles) ? pmtiles : `${base}/api${tilesPath}` };
};

/** Where an archive of tiles that lies on this machine is served, below `/api`. */
export const tilesPath = '/public/map/tiles.pmtiles';

export const limitsOf = (app: App): Limits => ({
  textLength: longestText,
  photos: Math.min(mostFiles, app.config.uploads.maxFiles),
  photoBytes: app.config.uploads.maxBytes,
});

let assets: PortalAssets | null = null;

/** Built files of the portal. Pages work without them, so a build that is missing is told and stops nobody. */
function portalAssets(app: App): PortalAssets {
  if (assets !== null) return assets;
  assets = readPortalAssets(manifestText());
  if (assets !== null) return assets;
  app.log.error({ event: 'portal_not_built' });
  const none = '/static/not-built';
  return { css: none, script: none, mapScript: none, mapCss: none, icons: '/static/' };
}

export function manifestText(): string {
  try {
    return readFileSync(path.resolve(import.meta.dirname, '../../../dist/portal/manifest.json'), 'utf8');
  } catch {
    return '';
  }
}

/** `no-store` for what holds a secret or somebody's words. */
export type Keeping = 'no-store' | 'private, no-cache' | `private, max-age=${number}`;

export function showPage(
  reply: FastifyReply,
  markup: string,
  options: { readonly status?: number; readonly keeping?: Keeping; readonly isIndexed?: boolean } = {},
): FastifyReply {
  const { status = 200, keeping = 'no-store', isIndexed = false } = options;
  if (!isIndexed) void reply.header('x-robots-tag', 'noindex, nofollow');
  return reply
    .status(status)
    .header('cache-control', keeping)
    .header('vary', 'cookie, accept-language')
    .type('text/html; charset=utf-8')
    .send(markup);
}
