import { Button, Group } from '@mantine/core';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTexts } from '../../app/language.ts';
import { ActFailure } from '../ActFailure.tsx';
import classes from '../Card.module.css';
import type { CardAct } from '../use-card.ts';

export interface ActFormProps {
  readonly label: string;
  readonly submitLabel: string;
  readonly act: CardAct;
  readonly canSubmit: boolean;
  readonly submit: () => void;
  readonly cancel: () => void;
  readonly children: ReactNode;
  readonly color?: 'brand' | 'bad';
}

/** The small form behind a button of the card; opens in place, takes the focus, closes by Esc. */
export function ActForm({
  label,
  submitLabel,
  act,
  canSubmit,
  submit,
  cancel,
  children,
  color = 'brand',
}: ActFormProps) {
  const { console: shell } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select')?.focus();
  }, []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) submit();
  };
  return (
    <form ref={form} aria-label={label} className={classes['form']} onSubmit={onSubmit}>
      {children}
      <ActFailure act={act} />
      <Group gap="xs">
        <Button type="submit" color={color} disabled={!canSubmit} loading={act.state.status === 'running'}>
          {submitLabel}
        </Button>
        <Button variant="default" onClick={cancel}>
          {shell.form.cancel}
        </Button>
      </Group>
    </form>
  );
}
