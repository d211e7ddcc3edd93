import { neighbours as english } from '#texts/en/neighbours.ts';
import { neighbours as russian } from '#texts/ru/neighbours.ts';
import { pageLanguage } from './texts.ts';

/** A known problem, in the words of the server. */
interface Neighbour {
  readonly incidentId: string;
  readonly title: string;
  readonly line: string;
}

const PAUSE_MS = 500;
const watched = ['text', 'place', 'lat', 'lon'];

/**
 * «12 соседей уже сообщили», while the resident types. The form works the same without it: then the server asks after
 * sending. Whoever saw the list and sent without choosing has answered «другая».
 */
export function showNeighbours(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLElement>('[data-neighbours-list]');
  const same = fieldOf(form, 'same');
  const href = form.dataset['neighbours'];
  if (list === null || same === null || href === undefined) return;
  const asker = new NeighbourAsker(form, list, same, href);
  let timer = 0;
  form.addEventListener('input', ({ target }) => {
    const name =
      target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.name : '';
    if (!watched.includes(name)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void asker.ask(), PAUSE_MS);
  });
  if (fieldOf(form, 'text')?.value !== '') void asker.ask();
}

class NeighbourAsker {
  readonly #form: HTMLFormElement;
  readonly #list: HTMLElement;
  readonly #same: HTMLInputElement | HTMLTextAreaElement;
  readonly #href: string;
  readonly #texts = pageLanguage() === 'en' ? english : russian;
  #asked = '';
  #running: AbortController | null = null;

  constructor(
    form: HTMLFormElement,
    list: HTMLElement,
    same: HTMLInputElement | HTMLTextAreaElement,
    href: string,
  ) {
    this.#form = form;
    this.#list = list;
    this.#same = same;
    this.#href = href;
  }

  /** A failure shows nothing: the message can be sent all the same. */
  async ask(): Promise<void> {
    const body = JSON.stringify(this.#typed());
    if (body === this.#asked) return;
    this.#asked = body;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const reply = await fetch(this.#href, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: running.signal,
      });
      const { problems = [] }: { problems?: readonly Neighbour[] } = reply.ok ? await reply.json() : {};
      if (running === this.#running) this.#show(problems);
    } catch {
      // Without a connection the list stays as it is.
    }
  }

  #typed() {
    const valueOf = (name: string): string => fieldOf(this.#form, name)?.value.trim() ?? '';
    const point = { lat: Number(valueOf('lat')), lon: Number(valueOf('lon')) };
    return {
      text: valueOf('text').slice(0, 4000),
      address: valueOf('place') === '' ? null : valueOf('place'),
      point: valueOf('lat') === '' || valueOf('lon') === '' ? null : point,
    };
  }

  #show(problems: readonly Neighbour[]): void {
    const isStill = problems.some(({ incidentId }) => incidentId === this.#same.value);
    if (!isStill) this.#same.value = problems.length > 0 ? 'no' : '';
    this.#list.replaceChildren();
    if (problems.length === 0) return;
    const title = document.createElement('h2');
    title.className = 'neighbour-head';
    title.textContent = this.#texts.title;
    const lead = document.createElement('p');
    lead.className = 'hint';
    lead.textContent = this.#texts.lead;
    const items = document.createElement('ul');
    items.className = 'neighbour-list';
    items.append(...problems.map((one) => this.#item(one)));
    this.#list.append(title, lead, items);
  }

  #item({ incidentId, title, line }: Neighbour): HTMLLIElement {
    const item = document.createElement('li');
    item.className = 'neighbour';
    const name = document.createElement('h3');
    name.className = 'neighbour-title';
    name.textContent = title;
    const state = document.createElement('p');
    state.textContent = line;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.dataset['same'] = incidentId;
    button.addEventListener('click', () => this.#choose(this.#same.value === incidentId ? 'no' : incidentId));
    const note = document.createElement('p');
    note.className = 'hint';
    note.textContent = this.#texts.joined;
    item.append(name, state, button, note);
    this.#mark(item, button, note);
    return item;
  }

  #choose(value: string): void {
    this.#same.value = value;
    for (const item of this.#list.querySelectorAll<HTMLElement>('.neighbour')) {
      const button = item.querySelector('button');
      const note = item.querySelector<HTMLElement>('.hint');
      if (button !== null && note !== null) this.#mark(item, button, note);
    }
  }

  #mark(item: HTMLElement, button: HTMLButtonElement, note: HTMLElement): void {
    const isChosen = button.dataset['same'] === this.#same.value;
    item.classList.toggle('neighbour-chosen', isChosen);
    button.textContent = isChosen ? this.#texts.leave : this.#texts.join;
    button.setAttribute('aria-pressed', String(isChosen));
    note.hidden = !isChosen;
  }
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}
