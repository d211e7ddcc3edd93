import { createHash } from 'node:crypto';
import { isPossiblePoint, type Point } from '#kernel/place.ts';
import { instantAt } from '#kernel/time/zone.ts';
import { dayNumber } from '#kernel/time/local-date.ts';
import type { PreparedMessage } from '#flow/intake/acts/receive-messages.ts';
import { foreignTopicKey } from '#flow/understand/rules/foreign-topic.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import type { Mapping } from './mapping.ts';

export type Row = Readonly<Record<string, string>>;

export const refusals = [
  'row_malformed',
  'no_id',
  'no_text',
  'coordinates_impossible',
  'date_unreadable',
  'date_outside_calendars',
] as const;
export type Refusal = (typeof refusals)[number];

/** What the file itself knows of a message, to measure the machine by. */
export interface Truth {
  /** Our topic by the map; `null` where their topic has none of ours. */
  readonly topic: string | null;
  readonly point: Point | null;
}

export type ReadRow =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly prepared: PreparedMessage;
      readonly truth: Truth;
    }
  | { readonly kind: 'refused'; readonly id: string; readonly why: Refusal };

export interface Reading {
  readonly mapping: Mapping;
  /** IANA zone of moments written without one. */
  readonly zone: string;
  /** A row without a moment of its own is of this moment; none is later than a day after it. */
  readonly now: Date;
  /** The first moment the region's calendars know. */
  readonly since: Date;
  /** Whether the program is told the points, or must find the places itself. */
  readonly givesPoints: boolean;
}

const DAY_MS = 86_400_000;

/** One row of the file as a message on its way in, or why it is none. */
export function readRow(row: Row, { mapping, zone, now, since, givesPoints }: Reading): ReadRow {
  const { columns } = mapping;
  const field = (name: string | undefined): string => (name === undefined ? '' : (row[name] ?? '').trim());
  const id = field(columns.id);
  // A row without an id is known by its words, so that a second run finds it again.
  const known =
    id === '' ? `#${createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16)}` : id;
  const refuse = (why: Refusal): ReadRow => ({ kind: 'refused', id: known, why });
  if (id === '') return refuse('no_id');
  const written = columns.createdAt === undefined ? '' : field(columns.createdAt);
  const sentAt = columns.createdAt === undefined ? now : readMoment(written, zone);
  if (sentAt === null || sentAt.getTime() > now.getTime() + DAY_MS) return refuse('date_unreadable');
  if (sentAt < since) return refuse('date_outside_calendars');
  const text = plainText(withoutApostrophe(field(columns.text), mapping.leadingApostrophe));
  const hasPhotos = !['', '0', 'нет', 'no', 'false'].includes(field(columns.photos).toLowerCase());
  if (text === '' && !hasPhotos) return refuse('no_text');
  const point = readPoint(field(columns.lat), field(columns.lon));
  if (point === 'impossible') return refuse('coordinates_impossible');
  const address = (columns.address ?? [])
    .map(field)
    .filter((part) => part !== '')
    .join(', ');
  const author = field(columns.author);
  return {
    kind: 'message',
    id,
    truth: { topic: topicOf(row, mapping), point },
    prepared: {
      message: {
        externalId: id,
        threadKey: id,
        address: {},
        isPublic: false,
        text,
        sentAt,
        author: { externalId: author === '' ? null : author, name: null },
        files: [],
        point: givesPoints ? point : null,
        inReplyTo: null,
        namesCase: null,
        isAutomatic: false,
      },
      files: [],
      receivedAt: sentAt,
      address: address === '' ? null : address,
      contact: null,
    },
  };
}

const withoutApostrophe = (text: string, has: boolean): string =>
  has && text.startsWith("'") ? text.slice(1) : text;

function topicOf(row: Row, { topic, topicOf }: Mapping): string | null {
  if (topic === undefined) return null;
  return topicOf[foreignTopicKey(...topic.columns.map((name) => row[name] ?? ''))] ?? null;
}

/** Both fields empty: no point. One empty, or numbers that are no point on Earth: impossible. */
function readPoint(lat: string, lon: string): Point | null | 'impossible' {
  if (lat === '' && lon === '') return null;
  const number = (written: string): number => (written === '' ? NaN : Number(written.replace(',', '.')));
  const point = { lat: number(lat), lon: number(lon) };
  return isPossiblePoint(point) ? point : 'impossible';
}

const isoMoment =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const russianMoment = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** A moment as files write it: `2020-10-18T14:50:40.8`, `2025-12-24 20:06:36`, `18.10.2020 14:50`. Without a zone it is local. */
export function readMoment(written: string, zone: string): Date | null {
  const russian = russianMoment.exec(written);
  const iso = isoMoment.exec(written);
  const [year, month, day, ...clock] =
    russian === null ? (iso ?? []).slice(1) : [russian[3], russian[2], russian[1], ...russian.slice(4)];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = dayNumber(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const [hours, minutes, seconds] = clock.slice(0, 3).map((part) => Number(part ?? 0));
  if (date === null || (hours ?? 0) > 23 || (minutes ?? 0) > 59 || (seconds ?? 0) > 59) return null;
  const rest = (seconds ?? 0) * 1000 + Math.floor(Number(`0.${clock[3] ?? '0'}`) * 1000);
  const minute = (hours ?? 0) * 60 + (minutes ?? 0);
  const offset = clock[4];
  if (offset === undefined) return new Date(instantAt(zone, date, minute) + rest);
  const ahead = offset === 'Z' ? 0 : offsetMinutes(offset);
  return new Date(date * DAY_MS + (minute - ahead) * 60_000 + rest);
}

const offsetMinutes = (offset: string): number =>
  (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
