import { regionPathOf } from './region-path.ts';

/** The prefix of this page: its addresses, its calls and what it keeps stay within the region. */
export const regionBase = regionPathOf(location.pathname);
