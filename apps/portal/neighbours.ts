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
 * sending. Whoever saw the list and sent without choosing has answered «другая»; whoever chose keeps the choice, whatever
 * is typed next.
 */
export function showNeighbours(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLElement>('[data-neighbours-list]');
  const status = form.querySelector<HTMLElement>('[data-neighbours-status]');
  const href = form.dataset['neighbours'];
  const before = chosenBefore(form);
  const same = fieldOf(form, 'same');
  if (list === null || status === null || same === null || href === undefined) return;
  const asker = new NeighbourAsker(form, { list, status, same, before }, href);
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

/** The choice of the step before as its own box; the box no longer speaks for itself, the hidden field does. */
function chosenBefore(form: HTMLFormElement): HTMLInputElement | null {
  const box = form.querySelector<HTMLInputElement>('[data-neighbours-chosen] input');
  box?.removeAttribute('name');
  const same = fieldOf(form, 'same');
  if (box === null || same === null) return null;
  const say = () => (same.value = box.checked ? box.value : 'no');
  box.addEventListener('change', say);
  say();
  return box;
}

interface Parts {
  readonly list: HTMLElement;
  /** Read out when the list changes: how many there are, never the whole of it. */
  readonly status: HTMLElement;
  readonly same: HTMLInputElement | HTMLTextAreaElement;
  readonly before: HTMLInputElement | null;
}

class NeighbourAsker {
  readonly #form: HTMLFormElement;
  readonly #parts: Parts;
  readonly #href: string;
  readonly #texts = pageLanguage() === 'en' ? english : russian;
  #asked = '';
  #running: AbortController | null = null;
  #shown: readonly Neighbour[] = [];

  constructor(form: HTMLFormElement, parts: Parts, href: string) {
    this.#form = form;
    this.#parts = parts;
    this.#href = href;
  }

  /** A failure changes nothing: the message can be sent all the same. */
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
      if (!reply.ok) return this.#forget(running);
      const { problems }: { problems: readonly Neighbour[] } = await reply.json();
      if (running === this.#running) this.#show(problems);
    } catch {
      // Without a connection the list stays as it is.
      this.#forget(running);
    }
  }

  /** What was not answered is asked again when the form is touched next. */
  #forget(failed: AbortController): void {
    if (failed === this.#running) this.#asked = '';
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

  #show(found: readonly Neighbour[]): void {
    const { list, same, before } = this.#parts;
    const problems = this.#withChosen(found);
    const isChosen = problems.some(({ incidentId }) => incidentId === same.value);
    if (isChosen) before?.closest('p')?.remove();
    else if (before?.checked !== true) same.value = problems.length > 0 ? 'no' : '';
    // What has not changed stays where it is, under the finger and under the focus.
    if (JSON.stringify(problems) === JSON.stringify(this.#shown)) return;
    this.#say(problems);
    this.#shown = problems;
    list.replaceChildren(...(problems.length === 0 ? [] : this.#content(problems)));
  }

  /** The problem that was chosen stays first in the list, were it found no more. */
  #withChosen(found: readonly Neighbour[]): readonly Neighbour[] {
    const isChosen = ({ incidentId }: Neighbour): boolean => incidentId === this.#parts.same.value;
    if (found.some(isChosen)) return found;
    return [...this.#shown.filter(isChosen), ...found];
  }

  #say(problems: readonly Neighbour[]): void {
    const { found, foundNone } = this.#texts;
    if (problems.length > 0) this.#parts.status.textContent = found(problems.length);
    else if (this.#shown.length > 0) this.#parts.status.textContent = foundNone;
  }

  #content(problems: readonly Neighbour[]): HTMLElement[] {
    const title = document.createElement('h2');
    title.className = 'neighbour-head';
    title.textContent = this.#texts.title;
    const lead = document.createElement('p');
    lead.className = 'hint';
    lead.textContent = this.#texts.lead;
    const items = document.createElement('ul');
    items.className = 'neighbour-list';
    items.append(...problems.map((one) => this.#item(one)));
    return [title, lead, items];
  }

  #item({ incidentId, title, line }: Neighbour): HTMLLIElement {
    const { same } = this.#parts;
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
    button.addEventListener('click', () => this.#choose(same.value === incidentId ? 'no' : incidentId));
    const note = document.createElement('p');
    note.className = 'hint';
    note.textContent = this.#texts.joined;
    item.append(name, state, button, note);
    this.#mark(item, button, note);
    return item;
  }

  #choose(value: string): void {
    const { same, list, status, before } = this.#parts;
    same.value = value;
    // Pressed in the list: the box of the step before would tell another choice.
    if (before !== null) before.checked = false;
    before?.closest('p')?.remove();
    status.textContent = value === 'no' ? this.#texts.left : this.#texts.joined;
    for (const item of list.querySelectorAll<HTMLElement>('.neighbour')) {
      const button = item.querySelector('button');
      const note = item.querySelector<HTMLElement>('.hint');
      if (button !== null && note !== null) this.#mark(item, button, note);
    }
  }

  #mark(item: HTMLElement, button: HTMLButtonElement, note: HTMLElement): void {
    const isChosen = button.dataset['same'] === this.#parts.same.value;
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
