import { map as mapEn } from '#texts/en/map.ts';
import { portalLive as liveEn } from '#texts/en/portal-live.ts';
import { map as mapRu, type MapTexts } from '#texts/ru/map.ts';
import { portalLive as liveRu, type PortalLiveTexts } from '#texts/ru/portal-live.ts';
import type { Language } from '#texts/number.ts';

/** The language the server wrote the page in. */
export const pageLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'ru');

export const liveTexts = (): PortalLiveTexts => (pageLanguage() === 'en' ? liveEn : liveRu);

export const mapTexts = (): MapTexts => (pageLanguage() === 'en' ? mapEn : mapRu);
