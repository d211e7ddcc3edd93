import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { neighboursAtDesk } from '#contract/neighbours.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { read } from '../app/call.ts';

export type DeskNeighbour = SuccessOf<typeof neighboursAtDesk>['problems'][number];

const PAUSE_MS = 500;
const SHORTEST = 8;
const LONGEST = 4_000;

/** Open problems like the typed one, asked half a second after the last key; `null` while too little is typed. */
export function useNeighbours(typed: { text: string; address: string }): readonly DeskNeighbour[] | null {
  const [text] = useDebouncedValue(typed.text.trim().slice(0, LONGEST), PAUSE_MS);
  const [address] = useDebouncedValue(typed.address.trim(), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['desk-neighbours', text, address],
    queryFn: () => read(neighboursAtDesk, { body: { text, address: address === '' ? null : address } }),
    enabled: text.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  return text.length < SHORTEST ? null : (data?.problems ?? null);
}
