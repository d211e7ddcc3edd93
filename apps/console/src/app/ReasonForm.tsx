import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { CallResult } from '#contract/client.ts';
import type { Endpoint, SuccessOf } from '#contract/endpoint.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { useTexts } from './language.ts';
import { useAct } from './use-act.ts';
import { useFocusOnOpen } from './use-focus.ts';

const shortest = 3;

export interface ReasonFormProps<E extends Endpoint> {
  readonly label: string;
  readonly hint?: string;
  readonly submitLabel: string;
  readonly color?: 'brand' | 'bad';
  /** What is said before the field. */
  readonly before?: ReactNode;
  readonly run: (reason: string) => Promise<CallResult<E>>;
  readonly done: (value: SuccessOf<E>) => void;
  readonly cancel: () => void;
}

/** One call that wants a reason: opens in place with the focus in it, says what is missing, keeps the words of a refusal. */
export function ReasonForm<E extends Endpoint>(props: ReasonFormProps<E>) {
  const { label, hint, submitLabel, color = 'brand', before, run, done, cancel } = props;
  const { form: t } = useTexts().console;
  const act = useAct();
  const field = useFocusOnOpen<HTMLInputElement>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = reason.trim().length < shortest;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isShort) return field.current?.focus();
    const result = await act.run(() => run(reason.trim()));
    if (result?.ok === true) done(result.value);
    return undefined;
  };
  return (
    <Stack component="form" gap="sm" maw={480} onSubmit={(event: FormEvent) => void submit(event)}>
      {before}
      <TextInput
        ref={field}
        label={label}
        {...(hint === undefined ? {} : { description: hint })}
        error={isTried && isShort && t.reasonMissing}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
      <Group gap="xs">
        <Button type="submit" size="xs" color={color} loading={act.state.status === 'running'}>
          {submitLabel}
        </Button>
        <Button size="xs" variant="default" onClick={cancel}>
          {t.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
