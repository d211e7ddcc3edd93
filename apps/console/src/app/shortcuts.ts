import { useEffect, useRef } from 'react';

/** Keys by the place on the keyboard, so that they work in the Russian layout too. */
export type KeyName =
  | 'KeyA'
  | 'KeyE'
  | 'KeyG'
  | 'KeyJ'
  | 'KeyK'
  | 'KeyN'
  | 'KeyQ'
  | 'KeyR'
  | 'KeyS'
  | 'KeyM'
  | 'Slash'
  | 'Escape'
  | 'Question'
  | 'ArrowDown'
  | 'ArrowUp';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const nameOf = (event: KeyboardEvent): string =>
  event.key === '?' || (event.code === 'Slash' && event.shiftKey) ? 'Question' : event.code;

/** Single keys of a screen. Silent while a person types, holds a modifier or a window is open above. */
export function useKeys(keys: Readonly<Partial<Record<KeyName, () => void>>>): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) && event.code !== 'Escape') return;
      if (document.querySelector('[role="dialog"],[role="menu"]') !== null) return;
      const act = Object.entries(current.current).find(([name]) => name === nameOf(event))?.[1];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
