import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reference } from '#contract/centre.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import type { Language } from '#texts/number.ts';
import { read } from './call.ts';
import { useLanguage } from './language.ts';

export type Reference = SuccessOf<typeof reference>;
type Authority = Reference['authorities'][number];
type Topic = Reference['sectors'][number]['topics'][number];

export const referenceQuery = queryOptions({
  queryKey: ['reference'],
  queryFn: () => read(reference, {}),
  staleTime: 10 * 60_000,
});

/** Names of everything the region has, looked up by code or id. An unknown one is `null`, never a code. */
export interface Names {
  readonly all: Reference;
  topic(code: string | null): string | null;
  topicPassport(code: string | null): Topic | null;
  sector(code: string | null): string | null;
  municipality(id: number | null): string | null;
  authority(id: number | null): Authority | null;
  executor(authorityId: number | null, executorId: number | null): string | null;
  answerLimit(channel: string): number;
}

const empty: Reference = { sectors: [], municipalities: [], authorities: [], channels: [] };
const longestAnswer = 20_000;

export function namesOf(all: Reference, language: Language): Names {
  const topics = new Map(all.sectors.flatMap(({ topics: list }) => list.map((topic) => [topic.code, topic])));
  const sectors = new Map(all.sectors.map((sector) => [sector.code, sector]));
  const municipalities = new Map(all.municipalities.map(({ id, name }) => [id, name]));
  const authorities = new Map(all.authorities.map((authority) => [authority.id, authority]));
  const limits = new Map(all.channels.map(({ code, maxAnswerLength }) => [code, maxAnswerLength]));
  const authority = (id: number | null) => (id === null ? null : (authorities.get(id) ?? null));
  return {
    all,
    topic: (code) => (code === null ? null : (topics.get(code)?.name[language] ?? null)),
    topicPassport: (code) => (code === null ? null : (topics.get(code) ?? null)),
    sector: (code) => (code === null ? null : (sectors.get(code)?.name[language] ?? null)),
    municipality: (id) => (id === null ? null : (municipalities.get(id) ?? null)),
    authority,
    executor: (authorityId, executorId) =>
      authority(authorityId)?.executors.find(({ id }) => id === executorId)?.name ?? null,
    answerLimit: (channel) => Math.min(limits.get(channel) ?? longestAnswer, longestAnswer),
  };
}

/** Names in the language of the screen; empty for the first moment, before they are loaded. */
export function useNames(): Names {
  const { data = empty } = useQuery(referenceQuery);
  const language = useLanguage();
  return useMemo(() => namesOf(data, language), [data, language]);
}
