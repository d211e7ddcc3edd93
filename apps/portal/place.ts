import type { Point } from '#kernel/place.ts';
import { isPossiblePoint } from '#kernel/place.ts';
import type { PortalLiveTexts } from '#texts/ru/portal-live.ts';
import type { BaseSource } from '#ui/map/base-map.ts';
import type { PointPicker } from '#ui/map/create-map.ts';
import { baseOf } from './base.ts';
import { mapTexts } from './texts.ts';

/** «Показать на карте» and «Я здесь» beside the address; both fill the hidden point. */
export function choosePlace(block: HTMLElement, texts: PortalLiveTexts): void {
  const fields = pointFields(block);
  if (fields === null) return;
  const tools = document.createElement('div');
  tools.className = 'row';
  const status = document.createElement('p');
  status.className = 'hint';
  status.setAttribute('role', 'status');
  const box = document.createElement('div');
  box.className = 'map map-pick';
  box.hidden = true;
  let picker: Promise<PointPicker | null> | null = null;

  const say = (words: string) => (status.textContent = words);
  const set = (point: Point | null) => {
    fields.write(point);
    unpick.hidden = point === null;
  };
  const open = () => {
    box.hidden = false;
    mapButton.textContent = texts.hideMap;
    mapButton.setAttribute('aria-expanded', 'true');
    picker ??= openPicker(box, baseOf(block), fields.read(), texts, (point) => {
      set(point);
      say(texts.picked);
    });
    return picker;
  };
  const mapButton = toolButton(texts.showMap, async () => {
    if (!box.hidden) {
      box.hidden = true;
      mapButton.textContent = texts.showMap;
      mapButton.setAttribute('aria-expanded', 'false');
      return;
    }
    say(texts.pickHint);
    if ((await open()) === null) {
      box.hidden = true;
      say(texts.mapFailed);
    }
  });
  mapButton.setAttribute('aria-expanded', 'false');
  const unpick = toolButton(texts.unpick, async () => {
    set(null);
    say('');
    (await picker)?.clear();
  });
  unpick.hidden = fields.read() === null;
  const here = toolButton(texts.here, () => {
    say(texts.locating);
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        const point = { lat: coords.latitude, lon: coords.longitude };
        set(point);
        say(texts.located(coords.accuracy));
        (await open())?.move(point);
      },
      (refusal) => say(refusal.code === refusal.PERMISSION_DENIED ? texts.locateDenied : texts.locateFailed),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });

  tools.append(mapButton, ...('geolocation' in navigator ? [here] : []), unpick);
  block.append(tools, status, box);
}

function toolButton(words: string, press: () => unknown): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = words;
  button.addEventListener('click', press);
  return button;
}

async function openPicker(
  box: HTMLElement,
  base: BaseSource,
  start: Point | null,
  texts: PortalLiveTexts,
  onPick: (point: Point) => void,
): Promise<PointPicker | null> {
  try {
    const { createMap } = await import('#ui/map/create-map.ts');
    const map = await createMap(box, { base, texts: mapTexts(), label: texts.pickHint });
    return map.pickPoint(start, onPick);
  } catch {
    return null;
  }
}

interface PointFields {
  read(): Point | null;
  write(point: Point | null): void;
}

function pointFields(block: HTMLElement): PointFields | null {
  const lat = block.querySelector<HTMLInputElement>('input[name=lat]');
  const lon = block.querySelector<HTMLInputElement>('input[name=lon]');
  if (lat === null || lon === null) return null;
  return {
    read() {
      const point = { lat: Number(lat.value), lon: Number(lon.value) };
      return lat.value !== '' && lon.value !== '' && isPossiblePoint(point) ? point : null;
    },
    write(point) {
      lat.value = point === null ? '' : point.lat.toFixed(6);
      lon.value = point === null ? '' : point.lon.toFixed(6);
      lat.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
