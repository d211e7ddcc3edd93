import type { MapView } from '../map-view.ts';
import type { AnswerView, CaseView, HistoryEntry, HomeView, SentView, Site } from '../views.ts';

/** Views with everything in them at once, for tests; `words` stands wherever a person or a body wrote something. */
export interface SampleViews {
  readonly site: Site;
  readonly home: HomeView;
  readonly sent: SentView;
  readonly case: CaseView;
  readonly answer: AnswerView;
  readonly map: MapView;
}

const now = new Date('2026-05-12T09:20:00Z');
const earlier = new Date('2026-05-08T05:10:00Z');
const later = new Date('2026-05-22T13:00:00Z');

const limits = { textLength: 4000, photos: 5, photoBytes: 10 * 1_048_576 };

export function sampleViews(words: string): SampleViews {
  const site: Site = {
    language: 'ru',
    regionName: words,
    operatorName: words,
    phone: '122',
    base: '/north',
    otherLanguageHref: `/north/?lang=en&q=${words}`,
    assets: {
      css: '/static/p.css',
      script: '/static/p.js',
      mapScript: '/static/m.js',
      mapCss: '/static/m.css',
      icons: '/static/',
    },
    map: { kind: 'own', href: '/api/map/base' },
    zone: 'Asia/Yekaterinburg',
    now,
  };
  const answer: AnswerView = {
    kind: 'final',
    at: earlier,
    by: words,
    text: words,
    resolution: 'fixed',
    promisedFor: later,
    photos: [{ src: `/photo?${words}`, thumb: `/thumb?${words}` }],
  };
  return {
    site,
    answer,
    home: {
      site,
      values: { text: words, place: words, email: words, point: { lat: 56.1, lon: 60.7 } },
      problems: [
        { field: 'text', failure: { code: 'text_too_long', length: 4210, limit: 4000 } },
        { field: 'photos', failure: { code: 'file_too_large', limitBytes: limits.photoBytes } },
        { field: 'email', failure: { code: 'email_unreadable' } },
      ],
      filesLost: true,
      keptPhotos: [words],
      same: words,
      danger: true,
      submissionKey: words,
      limits,
      takesEmail: true,
    },
    sent: {
      site,
      number: words,
      secret: words,
      link: words,
      readBy: later,
      answerBy: later,
      email: words,
      danger: true,
      isRepeat: true,
    },
    case: caseWith(site, words, answer),
    map: {
      site,
      sectors: [{ code: words, name: words, topics: [{ code: words, name: words }] }],
      chosen: { topic: null, state: 'open', period: 'month' },
      found: 1204,
      withoutPlace: 31,
      rows: [{ topic: words, state: 'open', place: words, body: words, at: earlier }],
      nextHref: `/north/map?${words}`,
      previousHref: `/north/map?${words}`,
      pointsHref: `/api/map/points?${words}`,
    },
  };
}

function caseWith(site: Site, words: string, answer: AnswerView): CaseView {
  return {
    site,
    number: words,
    secret: words,
    kind: 'problem',
    registeredAt: earlier,
    text: words,
    photos: [
      { src: `/photo?${words}`, thumb: `/thumb?${words}` },
      { src: null, thumb: null },
    ],
    place: words,
    topic: words,
    step: 'fixed',
    withdrawnAt: null,
    body: { name: words, since: earlier },
    due: { kind: 'running', at: later, workingMinutesLeft: 200 },
    kindState: null,
    problem: { state: 'outside_powers', day: later, rubles: 1_204_000, reason: words, body: words },
    neighbours: 12,
    question: { text: words, by: words, at: earlier },
    answers: [{ ...answer, kind: 'interim' }, answer],
    history: historyWith(words),
    confirmUntil: later,
    mayReopen: true,
    declined: 'no_facts',
    mayObject: true,
    submissionKey: words,
    mayRate: { answer: true, fix: true },
    rating: { answer: 4, fix: null },
    mayWrite: true,
    mayWithdraw: true,
    danger: true,
    done: 'written',
    refused: {
      form: 'dispute',
      text: words,
      problems: [{ field: 'reason', failure: { code: 'reason_required' } }],
      filesLost: true,
      keptPhotos: [words],
    },
    limits,
  };
}

function historyWith(words: string): readonly HistoryEntry[] {
  const at = earlier;
  return [
    { at, kind: 'received' },
    { at, kind: 'accepted' },
    { at, kind: 'routed', to: words, why: words },
    { at, kind: 'forwarded', from: words, to: words, why: words },
    { at, kind: 'joined', count: 12 },
    { at, kind: 'extended', until: later, why: words },
    { at, kind: 'contacts_seen', by: words, why: words },
    { at, kind: 'work_started', by: words },
    { at, kind: 'message_added', text: words, photos: [] },
    { at, kind: 'scheduled', day: later },
    { at, kind: 'fixed_reported', by: words },
  ];
}
