import { Button, SegmentedControl, Skeleton, Text, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FEWEST_CASES } from '#flow/learn/rules/register-findings.ts';
import { EmptyState } from '#ui/components/EmptyState.tsx';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { usePageTitle } from '../app/page-title.ts';
import { useMay } from '../app/session.ts';
import { Dismissed } from './Dismissed.tsx';
import { FindingCard } from './FindingCard.tsx';
import classes from './Register.module.css';
import { usualDays } from './register-period.ts';
import { RuleForm } from './RuleForm.tsx';
import { RuleList } from './RuleList.tsx';
import { useFindings } from './use-register.ts';

const route = getRouteApi('/staff/register');
const periodNames = ['month', 'quarter', 'year'] as const;
const periods: Readonly<Record<(typeof periodNames)[number], number>> = {
  month: 30,
  quarter: usualDays,
  year: 365,
};

function PeriodChoice({ days }: { days: number }) {
  const { register: t } = useTexts();
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label={t.period}
      value={periodNames.find((name) => periods[name] === days) ?? ''}
      onChange={(value) => {
        const name = periodNames.find((candidate) => candidate === value);
        if (name === undefined) return;
        const search = name === 'quarter' ? {} : { days: periods[name] };
        void navigate({ to: '/register', search, replace: true });
      }}
      data={periodNames.map((name) => ({ value: name, label: t.periods[name] }))}
    />
  );
}

function FindingList({ days, mayEdit }: { days: number; mayEdit: boolean }) {
  const { register: t, console: shell } = useTexts();
  const loaded = useFindings(days);
  if (loaded.status === 'loading') return <Skeleton h={160} role="status" aria-label={shell.loading} />;
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} retry={loaded.retry} />;
  const { findings, dismissed } = loaded.value;
  return (
    <>
      {findings.length === 0 ? (
        <EmptyState text={t.findingsEmpty} hint={t.findingsEmptyHint(FEWEST_CASES)} />
      ) : (
        <>
          <Text c="dimmed">{t.findingsLead}</Text>
          <ul className={classes['findings']} aria-label={t.findingsTitle}>
            {findings.map((finding) => (
              <FindingCard
                key={[
                  finding.topic,
                  finding.responsibleKind,
                  finding.municipalityId,
                  finding.ownerId,
                  finding.authorityId,
                ].join()}
                finding={finding}
                days={days}
                mayEdit={mayEdit}
              />
            ))}
          </ul>
        </>
      )}
      {dismissed.length > 0 && <Dismissed list={dismissed} />}
    </>
  );
}

/** The register: what history says against it, what is in force, and the way to change it. */
export function RegisterPage() {
  const { register: t } = useTexts();
  const { days = usualDays } = route.useSearch();
  const mayEdit = useMay()('register.edit');
  const [isNew, setNew] = useState(false);
  usePageTitle(t.title);
  return (
    <div className={classes['page']}>
      <div>
        <Title order={1}>{t.title}</Title>
        <Text c="dimmed">{t.lead}</Text>
      </div>
      <section className={classes['section']} aria-labelledby="findings">
        <div className={classes['top']}>
          <Title order={2} id="findings">
            {t.findingsTitle}
          </Title>
          <PeriodChoice days={days} />
        </div>
        <FindingList key={days} days={days} mayEdit={mayEdit} />
      </section>
      <section className={classes['section']} aria-labelledby="rules">
        <div className={classes['top']}>
          <Title order={2} id="rules">
            {t.rulesTitle}
          </Title>
          {mayEdit && !isNew && (
            <Button variant="default" onClick={() => setNew(true)}>
              {t.newRule}
            </Button>
          )}
        </div>
        {isNew && <RuleForm days={days} close={() => setNew(false)} />}
        <RuleList mayEdit={mayEdit} />
      </section>
    </div>
  );
}
