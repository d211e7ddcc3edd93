import type { RegisterTexts } from '#texts/ru/register.ts';
import { useTexts } from '../app/language.ts';
import { useNames, type Names } from '../app/reference.ts';

/** What a rule or a finding is about. */
export interface Matter {
  readonly topic: string | null;
  readonly sector?: string | null;
  readonly responsibleKind: string | null;
  readonly municipalityId: number | null;
}

export interface RegisterWords {
  /** «Ямы на дорогах» */
  what(matter: Matter): string;
  /** «Липовский район», «весь регион» */
  where(municipalityId: number | null): string;
  /** Both. */
  matter(matter: Matter): string;
  /** A body by its short name; `null`: not determined. */
  body(authorityId: number | null): string;
}

const kindName = (kinds: RegisterTexts['kinds'], kind: string): string | undefined =>
  Object.entries(kinds).find(([code]) => code === kind)?.[1];

const whatIn = (
  t: RegisterTexts,
  names: Names,
  { topic, responsibleKind, sector }: Matter,
): string | null => {
  if (topic !== null) return names.topic(topic);
  if (responsibleKind !== null) return kindName(t.kinds, responsibleKind) ?? null;
  const name = names.sector(sector ?? null);
  return name === null ? null : t.sectorOf(name);
};

/** Names of what a register is about, in the language of the screen. */
export function useRegisterWords(): RegisterWords {
  const { register: t } = useTexts();
  const names = useNames();
  const what = (matter: Matter): string => whatIn(t, names, matter) ?? t.undetermined;
  const where = (id: number | null): string =>
    id === null ? t.wholeRegion : (names.municipality(id) ?? t.noPlace);
  return {
    what,
    where,
    matter: (matter) => t.place(what(matter), where(matter.municipalityId)),
    body(id) {
      const body = names.authority(id);
      if (body === null) return t.undetermined;
      return body.shortName === '' ? body.name : body.shortName;
    },
  };
}
