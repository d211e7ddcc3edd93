import type { MantineColorScheme } from '@mantine/core';

/** The tokens follow `data-theme`; «as in the system» is the absence of it. */
export function showScheme(scheme: MantineColorScheme): void {
  if (scheme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = scheme;
}
