import { NativeSelect, Select } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useNames } from '../../app/reference.ts';
import { useOpenCard } from '../use-card.ts';

/** Which body, and who of it; both as the options of a form hold them. */
export interface ChosenBody {
  readonly authority: string | null;
  readonly executor: string;
}

/** The ids a request takes; `null` until a body is chosen. */
export function idsOf({
  authority,
  executor,
}: ChosenBody): { authorityId: number; executorId: number | null } | null {
  if (authority === null) return null;
  return { authorityId: Number(authority), executorId: executor === '' ? null : Number(executor) };
}

/** Bodies by their short names; those of the problem's municipality first. */
function useAuthorityOptions(): { value: string; label: string }[] {
  const { all } = useNames();
  const { municipalityId } = useOpenCard().card.place;
  const near = (id: number | null) => (id !== null && id === municipalityId ? 0 : id === null ? 1 : 2);
  return all.authorities
    .toSorted(
      (a, b) => near(a.municipalityId) - near(b.municipalityId) || a.shortName.localeCompare(b.shortName),
    )
    .map(({ id, shortName, name }) => ({ value: String(id), label: shortName === '' ? name : shortName }));
}

export interface BodyFieldsProps {
  readonly body: ChosenBody;
  readonly change: (body: ChosenBody) => void;
}

/** A searchable body and, where it has them, its executors. */
export function BodyFields({ body, change }: BodyFieldsProps) {
  const { actions, console: shell } = useTexts();
  const t = actions.assign;
  const { authority } = useNames();
  const options = useAuthorityOptions();
  const executors = authority(idsOf(body)?.authorityId ?? null)?.executors ?? [];
  return (
    <>
      <Select
        label={t.authority}
        placeholder={shell.form.search}
        nothingFoundMessage={shell.form.nothingFound}
        allowDeselect={false}
        limit={100}
        data={options}
        value={body.authority}
        onChange={(next) => change({ authority: next, executor: '' })}
      />
      {executors.length > 0 && (
        <NativeSelect
          label={t.executor}
          data={[
            { value: '', label: t.executorAny },
            ...executors.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={body.executor}
          onChange={(event) => change({ ...body, executor: event.currentTarget.value })}
        />
      )}
    </>
  );
}
