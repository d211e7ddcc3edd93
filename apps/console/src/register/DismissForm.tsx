import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { dismissFinding } from '#contract/register.ts';
import { call } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { useAct } from '../app/use-act.ts';
import { useFocusOnOpen } from '../app/use-focus.ts';
import classes from './Register.module.css';
import { useRegisterChanged, type Finding } from './use-register.ts';

const shortestReason = 3;

/** Nothing is to be changed, and why. */
export function DismissForm({ finding, days, close }: { finding: Finding; days: number; close: () => void }) {
  const { register: t, console: shell } = useTexts();
  const act = useAct();
  const changed = useRegisterChanged();
  const field = useFocusOnOpen<HTMLInputElement>();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { topic, responsibleKind, municipalityId, ownerId, authorityId } = finding;
    const about = { topic, responsibleKind, municipalityId, ownerId, authorityId };
    const body = { finding: about, days, reason: reason.trim() };
    const result = await act.run(() => call(dismissFinding, { body }));
    if (result?.ok !== true) return;
    close();
    changed();
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={field}
        label={t.dismissReason}
        description={t.dismissHint}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
      <Group gap="xs">
        <Button
          type="submit"
          size="xs"
          disabled={reason.trim().length < shortestReason}
          loading={act.state.status === 'running'}
        >
          {t.dismissSubmit}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {shell.form.cancel}
        </Button>
      </Group>
    </form>
  );
}
