import { getRouteApi } from '@tanstack/react-router';
import type { QueueFilter } from './queue-filter.ts';

const route = getRouteApi('/staff/queue');

/** The filter of the queue on the screen; links that keep it take it from here. */
export const useQueueFilter = (): QueueFilter => route.useSearch();
