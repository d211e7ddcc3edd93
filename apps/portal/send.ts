import type { PortalLiveTexts } from '#texts/ru/portal-live.ts';

/** Forms that must wait (photos being made smaller) put their promise here. */
const waits = new WeakMap<HTMLFormElement, Promise<void>>();

export const holdSending = (form: HTMLFormElement, until: Promise<void>): void => void waits.set(form, until);

/** One press sends once; without a connection nothing is sent and nothing is lost. */
export function sendOnce(form: HTMLFormElement, texts: PortalLiveTexts): void {
  let isSending = false;
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const words = button?.textContent ?? '';
  const say = (text: string) => button && (button.textContent = text);

  form.addEventListener('submit', (event) => {
    if (isSending || !navigator.onLine) {
      event.preventDefault();
      if (!isSending) sayOffline(form, texts);
      return;
    }
    isSending = true;
    say(texts.sending);
    const wait = waits.get(form);
    if (wait === undefined) return;
    event.preventDefault();
    void wait.then(() => form.submit());
  });
  // Coming back by the browser's button finds the form ready again.
  window.addEventListener('pageshow', () => {
    isSending = false;
    say(words);
  });
}

function sayOffline(form: HTMLFormElement, texts: PortalLiveTexts): void {
  const note = form.querySelector('[data-offline]') ?? document.createElement('p');
  note.className = 'notice notice-bad';
  note.setAttribute('role', 'alert');
  note.setAttribute('data-offline', '');
  note.textContent = texts.offline;
  form.append(note);
}
