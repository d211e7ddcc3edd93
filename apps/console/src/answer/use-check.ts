import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { checkDraft } from '#contract/answer.ts';
import { read } from '../app/call.ts';
import { loadedOf, type Loaded } from '../app/loaded.ts';
import type { AnswerView, Draft } from './draft.ts';

const pauseMs = 700;

/** What a reader would miss in the text, asked after each pause of the typing; `null` while there is no text. */
export function useCheck(appealId: string, draft: Draft): Loaded<AnswerView['findings']> | null {
  const [text] = useDebouncedValue(draft.text, pauseMs);
  const query = useQuery({
    queryKey: ['check', appealId, text, draft.kind, draft.resolution],
    queryFn: async () => {
      const body = { text, kind: draft.kind, resolution: draft.resolution };
      return (await read(checkDraft, { params: { appealId }, body })).findings;
    },
    enabled: text.trim() !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return text.trim() === '' ? null : loadedOf(query);
}
