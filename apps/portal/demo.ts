import './demo.css';
import { demo as english } from '#texts/en/demo.ts';
import { demo as russian } from '#texts/ru/demo.ts';
import { pageLanguage } from './texts.ts';

type Role = keyof typeof russian.console.roles;
type Stage = keyof typeof russian.stages;

/** What /demo/dialogue answers. */
interface DemoView {
  readonly messages: readonly {
    readonly id: number;
    readonly from: 'resident' | 'community';
    readonly text: string;
    readonly at: string;
    readonly photos: readonly string[];
  }[];
  readonly case: { readonly appealId: string; readonly number: string; readonly stage: Stage } | null;
  readonly logins: Readonly<Record<Role, string>>;
}

const POLL_MS = 1500;
const t = pageLanguage() === 'en' ? english : russian;
const time = new Intl.DateTimeFormat(pageLanguage() === 'en' ? 'en-GB' : 'ru-RU', {
  hour: '2-digit',
  minute: '2-digit',
});

function find<E extends Element>(selector: string, kind: new () => E): E {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`);
  return found;
}

const chat = find('#chat', HTMLOListElement);
const composer = find('#composer', HTMLFormElement);
const words = find('#words', HTMLTextAreaElement);
const photo = find('input[name="photo"]', HTMLInputElement);
const chosen = find('#chosen', HTMLElement);
const failed = find('#chat-failed', HTMLElement);
const caseLine = find('#case', HTMLElement);
const frame = find('#frame', HTMLIFrameElement);

let view: DemoView | null = null;
let drawn = '';

function say(sentence: string | null): void {
  failed.hidden = sentence === null;
  failed.textContent = sentence ?? '';
}

function bubble({ from, text, at, photos }: DemoView['messages'][number]): HTMLLIElement {
  const item = document.createElement('li');
  item.className = `words words-${from}`;
  const who = document.createElement('span');
  who.className = 'visually-hidden';
  who.textContent = `${from === 'resident' ? t.phone.fromResident : t.phone.fromCentre}: `;
  item.append(who);
  for (const href of photos) {
    const picture = document.createElement('img');
    Object.assign(picture, { src: href, alt: t.phone.photoOf, width: 220, height: 165 });
    item.append(picture);
  }
  if (text !== '') item.append(linked(text));
  const moment = document.createElement('time');
  moment.dateTime = at;
  moment.textContent = time.format(new Date(at));
  item.append(moment);
  return item;
}

/** The text with its links alive, as a messenger shows them. */
function linked(text: string): HTMLElement {
  const box = document.createElement('span');
  box.className = 'words-text';
  for (const part of text.split(/(https?:\/\/\S+)/)) {
    if (!/^https?:\/\//.test(part)) {
      box.append(part);
      continue;
    }
    const link = document.createElement('a');
    Object.assign(link, { href: part, textContent: part, target: '_blank', rel: 'noopener' });
    box.append(link);
  }
  return box;
}

function draw(next: DemoView): void {
  view = next;
  const now = JSON.stringify([next.messages, next.case]);
  if (now === drawn) return;
  const isAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 60;
  drawn = now;
  if (next.messages.length > 0) chat.replaceChildren(...next.messages.map(bubble));
  if (isAtEnd) chat.scrollTop = chat.scrollHeight;
  drawCase(next.case);
}

function drawCase(found: DemoView['case']): void {
  if (found === null) return;
  const link = document.createElement('button');
  link.type = 'button';
  link.textContent = t.console.toCase;
  link.addEventListener('click', () => showCase());
  caseLine.replaceChildren(`${t.console.caseOf(found.number)}: ${t.stages[found.stage]} `, link);
}

function showCase(): void {
  if (view?.case) frame.src = `/console/queue/${view.case.appealId}`;
}

async function poll(): Promise<void> {
  if (!document.hidden) {
    try {
      const response = await fetch('/demo/dialogue');
      if (!response.ok) throw new Error(`dialogue ${response.status}`);
      const next: DemoView = await response.json();
      if (view === null) await begin(next);
      else draw(next);
      if (failed.textContent === t.phone.lost) say(null);
    } catch {
      say(t.phone.lost);
    }
  }
  setTimeout(() => void poll(), POLL_MS);
}

function showChosen(): void {
  const file = photo.files?.[0];
  chosen.hidden = file === undefined;
  find('#chosen span', HTMLElement).textContent = file === undefined ? '' : t.phone.photoChosen(file.name);
}

async function send(): Promise<void> {
  const text = words.value.trim();
  const file = photo.files?.[0];
  if (text === '' && file === undefined) {
    words.focus();
    return;
  }
  const body = new FormData();
  body.set('text', text);
  if (file !== undefined) body.set('photo', file);
  composer.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch('/demo/messages', {
      method: 'POST',
      headers: { 'x-otklik-demo': 'yes' },
      body,
    });
    const reply: DemoView | { readonly message?: string } = await response.json();
    if (!response.ok || !('messages' in reply)) {
      say(('message' in reply && reply.message) || t.phone.failed);
      return;
    }
    say(null);
    composer.reset();
    showChosen();
    draw(reply);
    chat.scrollTop = chat.scrollHeight;
  } catch {
    say(t.phone.failed);
  } finally {
    composer.removeAttribute('aria-busy');
  }
}

/** Whoever comes here first looks as an operator; a session that is open already stays. */
async function begin(first: DemoView): Promise<void> {
  draw(first);
  const session = await fetch('/api/session').catch(() => null);
  if (session?.ok === true) frame.src = '/console/';
  else await enterAs(find('[data-role="operator"]', HTMLButtonElement));
}

/** Signs in by the session of the console itself and shows the console anew, at the visitor's card if there is one. */
async function enterAs(button: HTMLButtonElement): Promise<void> {
  const role = roleOf(button);
  const login = role === null ? undefined : view?.logins[role];
  if (login === undefined) return;
  button.setAttribute('aria-busy', 'true');
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: document.body.dataset['password'] ?? '' }),
  }).catch(() => null);
  button.removeAttribute('aria-busy');
  if (response?.ok !== true) {
    caseLine.textContent = t.console.failed;
    return;
  }
  for (const one of document.querySelectorAll('[data-role]'))
    one.setAttribute('aria-pressed', String(one === button));
  const address = view?.case && role !== 'leader' ? `/console/queue/${view.case.appealId}` : '/console/';
  frame.contentWindow?.location.replace(address);
}

const roleNames: Readonly<Record<string, Role>> = {
  operator: 'operator',
  executor: 'executor',
  approver: 'approver',
  leader: 'leader',
};

const roleOf = (button: HTMLButtonElement): Role | null => roleNames[button.dataset['role'] ?? ''] ?? null;

function showTab(name: string): void {
  document.body.dataset['tab'] = name;
  for (const tab of document.querySelectorAll<HTMLElement>('[role="tab"]'))
    tab.setAttribute('aria-selected', String(tab.dataset['to'] === name));
}

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
words.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void send();
});
photo.addEventListener('change', showChosen);
find('#chosen button', HTMLButtonElement).addEventListener('click', () => {
  photo.value = '';
  showChosen();
});
for (const example of document.querySelectorAll<HTMLButtonElement>('[data-example]'))
  example.addEventListener('click', () => {
    words.value = example.dataset['text'] ?? '';
    words.focus();
  });
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-role]'))
  button.addEventListener('click', () => void enterAs(button));
for (const tab of document.querySelectorAll<HTMLElement>('[role="tab"]'))
  tab.addEventListener('click', () => showTab(tab.dataset['to'] ?? 'phone'));
void poll();
