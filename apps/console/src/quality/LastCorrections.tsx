import { Button, Skeleton } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { corrections } from '#contract/quality.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { read } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { loadedOf } from '../app/loaded.ts';
import { Moment } from '../app/Moment.tsx';
import { useNames } from '../app/reference.ts';
import figureClasses from '../figures/Figures.module.css';
import classes from './Quality.module.css';
import { useModelName } from './use-model-name.ts';

const shownFirst = 8;

type Row = SuccessOf<typeof corrections>['rows'][number];

function useWord(): (field: Row['field'], value: string | null) => string {
  const { quality: t, lifecycle } = useTexts();
  const names = useNames();
  return (field, value) => {
    if (value === null) return t.noTopic;
    if (field === 'topic') return names.topic(value) ?? value;
    return Object.entries(lifecycle.kind).find(([kind]) => kind === value)?.[1] ?? value;
  };
}

function Correction({ row }: { row: Row }) {
  const { quality: t, lifecycle } = useTexts();
  const word = useWord();
  const nameOf = useModelName();
  const roles = row.roles.map((role) => lifecycle.role[role]).join(', ');
  return (
    <li className={classes['correction']}>
      <p>
        <span className={classes['was']}>
          <span className="visually-hidden">{t.was}: </span>
          {word(row.field, row.was)}
        </span>
        <IconArrowNarrowRight size={16} stroke={1.5} aria-hidden className={classes['arrow']} />
        <span className="visually-hidden">{t.became}: </span>
        {word(row.field, row.became)}
      </p>
      {row.excerpt !== null && <p className={classes['excerpt']}>{row.excerpt}</p>}
      <p className={figureClasses['quiet']}>
        <Moment at={row.at} />
        {roles !== '' && ` · ${roles}`} · {nameOf(row.modelVersion)}
        {row.appealId !== null && (
          <>
            {' · '}
            <Link
              to="/queue/$appealId"
              params={{ appealId: row.appealId }}
              search={{ view: 'all', order: 'newest' }}
            >
              {t.openCase}
            </Link>
          </>
        )}
      </p>
    </li>
  );
}

/** What people corrected last: what it was and became, by role, never by name. */
export function LastCorrections() {
  const { quality: t } = useTexts();
  const query = useQuery({ queryKey: ['quality', 'corrections'], queryFn: () => read(corrections, {}) });
  const loaded = loadedOf(query);
  return (
    <section className={figureClasses['section']} aria-labelledby="quality-corrections">
      <h2 id="quality-corrections" className={figureClasses['heading']}>
        {t.corrections}
      </h2>
      {loaded.status === 'loading' && <Skeleton h={160} />}
      {loaded.status === 'failed' && <FailureNotice failure={loaded.failure} retry={loaded.retry} />}
      {loaded.status === 'ready' && <Rows rows={loaded.value.rows} />}
    </section>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { quality: t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return <p className={figureClasses['quiet']}>{t.correctionsNone}</p>;
  return (
    <>
      {rows.every(({ excerpt }) => excerpt === null) && (
        <p className={figureClasses['quiet']} style={{ margin: 0 }}>
          {t.hiddenWords}
        </p>
      )}
      <ul className={classes['list']}>
        {(isWhole ? rows : rows.slice(0, shownFirst)).map((row) => (
          <Correction key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > shownFirst && !isWhole && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            {t.showAll(rows.length)}
          </Button>
        </div>
      )}
    </>
  );
}
