import { Skeleton, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import type { Loaded } from '../app/loaded.ts';
import { usePageTitle } from '../app/page-title.ts';
import classes from './Figures.module.css';
import { PeriodChoice, type PeriodChoiceProps } from './PeriodChoice.tsx';

export interface PeriodPageProps<T> extends PeriodChoiceProps {
  readonly title: string;
  readonly lead?: string;
  readonly loaded: Loaded<T>;
  readonly show: (value: T) => ReactNode;
}

/** A page of figures of some days: its name, the choice of days, and what is known of them. */
export function PeriodPage<T>({ title, lead, loaded, show, ...choice }: PeriodPageProps<T>) {
  const { console: shell } = useTexts();
  usePageTitle(title);
  return (
    <div className={classes['page']}>
      <div className={classes['top']}>
        <div>
          <Title order={1}>{title}</Title>
          {lead !== undefined && <p className={classes['lead']}>{lead}</p>}
        </div>
        <PeriodChoice {...choice} />
      </div>
      {loaded.status === 'loading' && (
        <Stack role="status" aria-label={shell.loading}>
          <Skeleton h={120} />
          <Skeleton h={220} />
        </Stack>
      )}
      {loaded.status === 'failed' && <FailureNotice failure={loaded.failure} retry={loaded.retry} />}
      {loaded.status === 'ready' && show(loaded.value)}
    </div>
  );
}
