import type { PortalLiveTexts } from '#texts/ru/portal-live.ts';

/** Shows the copy button where the browser can copy; the link stays selectable text all the same. */
export function offerCopy(button: HTMLButtonElement, texts: PortalLiveTexts): void {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  if (source === null || navigator.clipboard === undefined) return;
  const words = button.textContent;
  button.hidden = false;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.textContent = texts.copied;
      setTimeout(() => (button.textContent = words), 3000);
    } catch {
      getSelection()?.selectAllChildren(source);
    }
  };
  button.addEventListener('click', () => void copy());
}
