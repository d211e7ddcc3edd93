import type { Candidate } from './use-register.ts';

/** A rule as the options of a form hold it. */
export interface TypedRule {
  readonly about: 'topic' | 'responsibleKind' | 'sector';
  readonly code: string | null;
  /** Empty: the whole region. */
  readonly municipality: string;
  readonly authority: string | null;
  /** Empty: the body decides. */
  readonly executor: string;
}

export const emptyRule: TypedRule = {
  about: 'topic',
  code: null,
  municipality: '',
  authority: null,
  executor: '',
};

/** What a request takes; `null` until what and who are chosen. */
export function candidateFrom({
  about,
  code,
  municipality,
  authority,
  executor,
}: TypedRule): Candidate | null {
  if (code === null || authority === null) return null;
  return {
    topic: about === 'topic' ? code : null,
    responsibleKind: about === 'responsibleKind' ? code : null,
    sector: about === 'sector' ? code : null,
    municipalityId: municipality === '' ? null : Number(municipality),
    authorityId: Number(authority),
    executorId: executor === '' ? null : Number(executor),
  };
}
