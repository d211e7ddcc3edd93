import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { neighboursAtDesk } from '#contract/neighbours.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { read } from '../app/call.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';

export type DeskNeighbours = SuccessOf<typeof neighboursAtDesk>;
export type DeskNeighbour = DeskNeighbours['problems'][number];

const PAUSE_MS = 500;
const SHORTEST = 8;
const LONGEST = 4_000;

/** Open problems like the typed one, asked half a second after the last key; `null` while too little is typed. */
export function useNeighbours(typed: { text: string; address: string }): Loaded<DeskNeighbours> | null {
  const [text] = useDebouncedValue(typed.text.trim().slice(0, LONGEST), PAUSE_MS);
  const [address] = useDebouncedValue(typed.address.trim(), PAUSE_MS);
  const query = useQuery({
    queryKey: ['desk-neighbours', text, address],
    queryFn: () => read(neighboursAtDesk, { body: { text, address: address === '' ? null : address } }),
    enabled: text.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  return text.length < SHORTEST ? null : loadedOf(query);
}
