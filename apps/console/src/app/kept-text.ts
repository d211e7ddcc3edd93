import { useEffect, useState } from 'react';
import { regionBase } from './region-base.ts';

const read = (key: string): string => {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

const write = (key: string, text: string): void => {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing still lets one write.
  }
};

/** Of this region alone: what was begun at one desk must not come up at another's. */
const keyOf = (name: string): string => `otklik.kept.${regionBase}.${name}`;

/** Whether something unfinished is kept under this name. */
export const isKept = (name: string): boolean => read(keyOf(name)) !== '';

/** Text that survives a reload, a sign-in and a closed form, in this tab only. */
export function useKeptText(
  name: string,
  initial = '',
): readonly [string, (text: string) => void, () => void] {
  const key = keyOf(name);
  const [text, setText] = useState(() => read(key) || initial);
  useEffect(() => write(key, text === initial ? '' : text), [key, text, initial]);
  return [text, setText, () => write(key, '')];
}
