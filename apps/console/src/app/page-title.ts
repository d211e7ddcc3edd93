import { useEffect } from 'react';
import { useTexts } from './language.ts';

/** Names the page in the tab of the browser. */
export function usePageTitle(page: string): void {
  const { titleOf } = useTexts().console;
  useEffect(() => {
    document.title = titleOf(page);
  }, [page, titleOf]);
}
