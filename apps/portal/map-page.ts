import { portalMap as portalMapEn } from '#texts/en/portal-map.ts';
import { time as timeEn } from '#texts/en/time.ts';
import { portalMap as portalMapRu } from '#texts/ru/portal-map.ts';
import { time as timeRu } from '#texts/ru/time.ts';
import type { MapPoints } from '#contract/portal-map.ts';
import { createMap } from '#ui/map/create-map.ts';
import type { MapPoint } from '#ui/map/points.ts';
import { baseOf } from './base.ts';
import { liveTexts, mapTexts, pageLanguage } from './texts.ts';

interface PortalPoint extends MapPoint {
  readonly topic: string;
  readonly body: string | null;
  readonly reported: Date;
}

const POPUP_ROWS = 8;
const english = pageLanguage() === 'en';
const words = english ? portalMapEn : portalMapRu;
const time = english ? timeEn : timeRu;

const container = document.getElementById('map');
if (container !== null) void showMap(container);

async function showMap(element: HTMLElement): Promise<void> {
  element.hidden = false;
  try {
    const zone = element.dataset['zone'] ?? 'Europe/Moscow';
    const [map, points] = await Promise.all([
      createMap<PortalPoint>(element, {
        base: baseOf(element),
        texts: mapTexts(),
        label: words.mapLabel,
        showsOwnPlace: true,
        describe: (found) => describe(found, zone),
      }),
      readPoints(element.dataset['points'] ?? ''),
    ]);
    map.setPoints(points);
    if (points.length > 0) map.fit();
  } catch {
    const note = document.createElement('p');
    note.className = 'notice';
    note.textContent = liveTexts().mapFailedList;
    element.replaceWith(note);
  }
}

async function readPoints(href: string): Promise<PortalPoint[]> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`The points answered ${response.status}`);
  const { topics, bodies, rows, shapes }: MapPoints = await response.json();
  const shapeOf = new Map(shapes);
  return rows.map(([lat, lon, state, topic, body, seconds], index) => ({
    id: String(index),
    at: { lat, lon },
    state,
    shape: shapeOf.get(index) ?? null,
    topic: topics[topic] ?? '',
    body: bodies[body] ?? null,
    reported: new Date(seconds * 1000),
  }));
}

function describe(points: readonly PortalPoint[], zone: string): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'popup';
  const now = new Date();
  for (const point of points.slice(0, POPUP_ROWS)) {
    const item = document.createElement('li');
    const title = document.createElement('strong');
    title.textContent = point.topic;
    const state = document.createElement('span');
    const dot = document.createElement('span');
    dot.className = `dot dot-${point.state}`;
    state.append(dot, ` ${words.states[point.state]}, ${time.day(point.reported, now, zone)}`);
    const body = document.createElement('span');
    body.textContent = `${words.body}: ${point.body ?? words.nobody}`;
    item.append(title, state, body);
    list.append(item);
  }
  if (points.length > POPUP_ROWS) {
    const more = document.createElement('li');
    more.textContent = words.found(points.length);
    list.append(more);
  }
  return list;
}
