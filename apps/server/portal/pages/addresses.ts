import type { CaseForm } from './views.ts';

/** Where the pages live, below the prefix of the region. The routes of the server and the links of the pages both come from here. */
export const routes = {
  home: '/',
  /** POST, multipart or urlencoded. */
  send: '/send',
  find: '/find',
  map: '/map',
  /** The points of the map under the same filter, for its script. */
  mapPoints: '/map/points',
  privacy: '/privacy',
  /** GET; the forms of the page POST to `/case/:number/:secret/:form`. */
  case: '/case/:number/:secret',
  caseForm: '/case/:number/:secret/:form',
  sent: '/case/:number/:secret/sent',
  /** Photos live below the secret of their case; `?size=thumb` is a small one. */
  casePhoto: '/case/:number/:secret/photo/:hash',
  answer: '/answer/:id',
  answerPhoto: '/answer/:id/photo/:hash',
  manifest: '/manifest.webmanifest',
} as const;

export const caseAddress = (base: string, number: string, secret: string): string =>
  `${base}/case/${encodeURIComponent(number)}/${encodeURIComponent(secret)}`;

export const caseFormAddress = (base: string, number: string, secret: string, form: CaseForm): string =>
  `${caseAddress(base, number, secret)}/${form}`;

export const casePhotoAddress = (base: string, number: string, secret: string, hash: string): string =>
  `${caseAddress(base, number, secret)}/photo/${hash}`;

export const answerPhotoAddress = (base: string, id: string, hash: string): string =>
  `${base}/answer/${encodeURIComponent(id)}/photo/${hash}`;

/** Names of the form fields, shared with whoever reads the forms. */
export const fields = {
  text: 'text',
  photos: 'photos',
  place: 'place',
  lat: 'lat',
  lon: 'lon',
  email: 'email',
  key: 'key',
  /** The known problem it is about: its id, `no`, or nothing said yet. */
  same: 'same',
  /** Photos taken in by an earlier step, by their hashes. */
  kept: 'kept',
  number: 'number',
  secret: 'secret',
  reason: 'reason',
  reply: 'reply',
  answer: 'answer',
  fix: 'fix',
  topic: 'topic',
  state: 'state',
  period: 'period',
} as const;
