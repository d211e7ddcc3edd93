import type { PortalLiveTexts } from '#texts/ru/portal-live.ts';

const KEY = 'otklik.draft';
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** The e-mail is not kept: the browser may be a library's. */
const kept = ['text', 'place', 'lat', 'lon'];

interface Draft {
  readonly savedAt: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Keeps what is typed in this browser until it is sent, and brings it back after a closed tab or a lost connection. */
export function keepDraft(form: HTMLFormElement, texts: PortalLiveTexts): void {
  const inputs = kept.flatMap((name) => inputOf(form, name) ?? []);
  if (form.dataset['draft'] === 'restore') restore(form, inputs, texts);
  form.addEventListener('input', () => {
    const values = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
    write(Object.values(values).some(Boolean) ? { savedAt: Date.now(), values } : null);
  });
}

export function forgetDraft(): void {
  write(null);
}

type Input = HTMLInputElement | HTMLTextAreaElement;

function inputOf(form: HTMLFormElement, name: string): Input | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

function restore(form: HTMLFormElement, inputs: readonly Input[], texts: PortalLiveTexts): void {
  const draft = read();
  if (draft === null || inputs.some((input) => input.value !== '')) return;
  for (const input of inputs) input.value = draft.values[input.name] ?? '';

  const note = document.createElement('p');
  note.className = 'notice draft-note';
  note.setAttribute('role', 'status');
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'button-quiet';
  drop.textContent = texts.draftDrop;
  drop.addEventListener('click', () => {
    forgetDraft();
    location.reload();
  });
  note.append(`${texts.draftRestored} `, drop);
  form.prepend(note);
}

/** Storage may be full, forbidden or spoilt; a draft is never worth an error. */
function read(): Draft | null {
  try {
    const draft: Draft | null = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return draft !== null && Date.now() - draft.savedAt < KEPT_MS ? draft : null;
  } catch {
    return null;
  }
}

function write(draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Without storage the form still works.
  }
}
