import { useEffect, useRef, type RefObject } from 'react';

/** For what has just been opened by a press: the focus goes where the person goes on. */
export function useFocusOnOpen<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
