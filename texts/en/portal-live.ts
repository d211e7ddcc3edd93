import { pluralEn } from '../plural.ts';
import type { PortalLiveTexts } from '../ru/portal-live.ts';

export const portalLive: PortalLiveTexts = {
  draftRestored: 'We brought back what you had not finished last time.',
  draftDrop: 'Start anew',
  photosChoose: 'Choose photos',
  photosChosen: (n, limit) =>
    n > limit
      ? `${n} chosen, we can take ${limit}. The others will not be sent.`
      : `Chosen: ${pluralEn(n, 'photo', 'photos')}`,
  photoRemove: (n) => `Remove photo ${n}`,
  photoAlt: (n) => `Chosen photo ${n}`,
  photoNot: (name) => `“${name}” is not a photo and cannot be sent.`,
  photosPreparing: 'Making the photos smaller so that they go faster…',
  showMap: 'Show on the map',
  hideMap: 'Hide the map',
  here: 'I am here',
  locating: 'Finding where you are…',
  located: (accuracyMetres) =>
    `Found you within ${pluralEn(Math.max(1, Math.round(accuracyMetres)), 'metre', 'metres')}. You can move the point on the map.`,
  locateDenied: 'The browser did not let us know where you are. Allow it, or write the address in words.',
  locateFailed: 'We could not find where you are. Write the address in words or set the point on the map.',
  pickHint:
    'Press the map where the problem is. By keyboard: arrows move the map, Enter sets the point in the middle.',
  picked: 'The point is set.',
  unpick: 'Remove the point',
  mapFailed: 'The map did not load. Write the address in words: that is enough.',
  mapFailedList: 'The map did not load. Below is the same as a list.',
  copied: 'Copied',
  sending: 'Sending…',
  offline: 'No connection. The text is kept in the browser: send it when you are online again.',
};
