import type { Point } from '#kernel/place.ts';
import { isPossiblePoint } from '#kernel/place.ts';
import type { PortalLiveTexts } from '#texts/ru/portal-live.ts';
import type { BaseSource } from '#ui/map/base-map.ts';
import type { PointPicker } from '#ui/map/pick-point.ts';
import { baseOf } from './base.ts';
import { mapTexts } from './texts.ts';

/** «Показать на карте», «Я здесь» and «Убрать точку» beside the address; all of them fill the hidden point. */
export function choosePlace(block: HTMLElement, texts: PortalLiveTexts): void {
  const fields = pointFields(block);
  if (fields === null) return;
  const place = new PlaceChoice(block, fields, texts);
  place.mapButton.addEventListener('click', () => void place.toggleMap());
  place.hereButton.addEventListener('click', () => place.locate());
  place.dropButton.addEventListener('click', () => void place.drop());
}

class PlaceChoice {
  readonly mapButton: HTMLButtonElement;
  readonly hereButton: HTMLButtonElement;
  readonly dropButton: HTMLButtonElement;
  readonly #status = document.createElement('p');
  readonly #box = document.createElement('div');
  readonly #fields: PointFields;
  readonly #base: BaseSource;
  readonly #texts: PortalLiveTexts;
  #picker: Promise<PointPicker | null> | null = null;

  constructor(block: HTMLElement, fields: PointFields, texts: PortalLiveTexts) {
    this.#fields = fields;
    this.#texts = texts;
    this.#base = baseOf(block);
    this.mapButton = toolButton(texts.showMap);
    this.mapButton.setAttribute('aria-expanded', 'false');
    this.hereButton = toolButton(texts.here);
    this.hereButton.hidden = !('geolocation' in navigator);
    this.dropButton = toolButton(texts.unpick);
    this.dropButton.hidden = fields.read() === null;
    this.#status.className = 'hint';
    this.#status.setAttribute('role', 'status');
    this.#box.className = 'map map-pick';
    this.#box.hidden = true;
    const tools = document.createElement('div');
    tools.className = 'row';
    tools.append(this.mapButton, this.hereButton, this.dropButton);
    block.append(tools, this.#status, this.#box);
  }

  async toggleMap(): Promise<void> {
    if (!this.#box.hidden) return this.#showBox(false);
    this.#say(this.#texts.pickHint);
    await this.#openMap();
  }

  locate(): void {
    this.#say(this.#texts.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = { lat: coords.latitude, lon: coords.longitude };
        this.#set(point);
        this.#say(this.#texts.located(coords.accuracy));
        void this.#openMap().then((picker) => picker?.move(point));
      },
      ({ code, PERMISSION_DENIED }) =>
        this.#say(code === PERMISSION_DENIED ? this.#texts.locateDenied : this.#texts.locateFailed),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  async drop(): Promise<void> {
    this.#set(null);
    this.#say('');
    this.mapButton.focus();
    (await this.#picker)?.clear();
  }

  /** The map is loaded once, when first asked for; a failed load is told and tried again next time. */
  async #openMap(): Promise<PointPicker | null> {
    this.#showBox(true);
    this.#picker ??= openPicker(this.#box, this.#base, this.#fields.read(), this.#texts, (point) => {
      this.#set(point);
      this.#say(this.#texts.picked);
    });
    const picker = await this.#picker;
    if (picker === null) {
      this.#picker = null;
      this.#showBox(false);
      this.#say(this.#texts.mapFailed);
    }
    return picker;
  }

  #showBox(isShown: boolean): void {
    this.#box.hidden = !isShown;
    this.mapButton.textContent = isShown ? this.#texts.hideMap : this.#texts.showMap;
    this.mapButton.setAttribute('aria-expanded', String(isShown));
  }

  #set(point: Point | null): void {
    this.#fields.write(point);
    this.dropButton.hidden = point === null;
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }
}

function toolButton(words: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = words;
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
