import { Checkbox, NativeSelect, Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { assign } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useNames } from '../../app/reference.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';

const arbiterFromHops = 2;

/** Bodies by their short names; those of the problem's municipality first. */
export function useAuthorityOptions(): { value: string; label: string }[] {
  const { all } = useNames();
  const { municipalityId } = useOpenCard().card.place;
  const near = (id: number | null) => (id !== null && id === municipalityId ? 0 : id === null ? 1 : 2);
  return [...all.authorities]
    .sort((a, b) => near(a.municipalityId) - near(b.municipalityId) || a.shortName.localeCompare(b.shortName))
    .map(({ id, shortName, name }) => ({ value: String(id), label: shortName === '' ? name : shortName }));
}

/** The executors of a body as options, the body itself first. */
export function useExecutorOptions(authorityId: string | null): { value: string; label: string }[] {
  const { actions } = useTexts();
  const { authority } = useNames();
  const executors = authority(authorityId === null ? null : Number(authorityId))?.executors ?? [];
  return [
    { value: '', label: actions.assign.executorAny },
    ...executors.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
}

/** Makes a body responsible; the clock goes on. */
export function AssignForm({ close }: { close: () => void }) {
  const { actions, console: shell } = useTexts();
  const t = actions.assign;
  const { card } = useOpenCard();
  const act = useCardAct();
  const [authority, setAuthority] = useState<string | null>(
    card.responsible.authorityId === null ? null : String(card.responsible.authorityId),
  );
  const [executor, setExecutor] = useState(String(card.responsible.executorId ?? ''));
  const [note, setNote, forgetNote] = useKeptText(`${card.id}.assign`);
  const [asArbiter, setArbiter] = useState(false);
  const options = useAuthorityOptions();
  const executors = useExecutorOptions(authority);
  const submit = async () => {
    if (authority === null) return;
    const isDone = await act.run((version) =>
      call(assign, {
        params: { appealId: card.id },
        body: {
          version,
          authorityId: Number(authority),
          executorId: executor === '' ? null : Number(executor),
          note: note.trim() === '' ? null : note.trim(),
          asArbiter,
        },
      }),
    );
    if (isDone) {
      forgetNote();
      close();
    }
  };
  return (
    <ActForm
      label={t.button}
      submitLabel={t.submit}
      act={act}
      canSubmit={authority !== null}
      submit={() => void submit()}
      cancel={close}
    >
      <Select
        label={t.authority}
        placeholder={shell.form.search}
        nothingFoundMessage={shell.form.nothingFound}
        limit={100}
        data={options}
        value={authority}
        onChange={(next) => {
          setAuthority(next);
          setExecutor('');
        }}
      />
      {executors.length > 1 && (
        <NativeSelect
          label={t.executor}
          data={executors}
          value={executor}
          onChange={(event) => setExecutor(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {card.responsible.hops >= arbiterFromHops && (
        <Checkbox
          label={t.asArbiter}
          checked={asArbiter}
          onChange={(event) => setArbiter(event.currentTarget.checked)}
        />
      )}
      <Text size="xs" c="dimmed">
        {t.keepsClock}
      </Text>
    </ActForm>
  );
}
