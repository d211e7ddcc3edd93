import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { staffMap } from '#contract/learn.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { read } from '../app/call.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';
import type { MapFilter } from './map-filter.ts';

export type StaffMap = SuccessOf<typeof staffMap>;
export type StaffPoint = StaffMap['points'][number];

/** Problems on the map; the old ones stay while the new are on the way. */
export const useStaffMap = (filter: MapFilter): Loaded<StaffMap> =>
  loadedOf(
    useQuery({
      queryKey: ['map', filter],
      queryFn: () => read(staffMap, { query: filter }),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  );
