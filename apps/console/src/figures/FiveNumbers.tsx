import { Link } from '@tanstack/react-router';
import { writeNumber } from '#texts/number.ts';
import type { figures } from '#contract/learn.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import type { MapFilter } from '../map/map-filter.ts';
import classes from './Figures.module.css';
import { headlineOf } from './shares.ts';

type Figures = SuccessOf<typeof figures>;

interface Part {
  readonly name: 'confirmed' | 'disputed' | 'silent' | 'kept' | 'broken' | 'waiting';
  readonly count: number;
}

/** Parts of a whole in one bar; the numbers beside it say the same. */
function WholeBar({ parts }: { parts: readonly Part[] }) {
  return (
    <div className={classes['bar']} aria-hidden>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => (
          <span key={name} data-part={name} style={{ flex: count }} />
        ))}
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly hint: string | null;
  readonly tone?: 'good' | 'bad';
  /** The problems behind the number, on the map. */
  readonly behind?: MapFilter;
}

function Figure({ label, value, hint, tone, behind }: FigureProps) {
  const { figures: t } = useTexts();
  const language = useLanguage();
  const may = useMay();
  return (
    <li className={classes['figure']}>
      <span>{label}</span>
      <span className={classes['number']} data-tone={tone}>
        {writeNumber(value, language)}
      </span>
      <span className={classes['quiet']}>
        {hint}{' '}
        {behind !== undefined && may('map.read') && (
          <Link to="/map" search={behind} aria-label={t.toMapOf(label)}>
            {t.toMap}
          </Link>
        )}
      </span>
    </li>
  );
}

/** The whole of those asked: confirmed, disputed and silent, and the share that replied. */
function Replies({ figures }: { figures: Figures }) {
  const { figures: t } = useTexts();
  const { repliedPercent } = headlineOf(figures);
  return (
    <>
      <WholeBar
        parts={[
          { name: 'confirmed', count: figures.confirmed },
          { name: 'disputed', count: figures.disputed },
          { name: 'silent', count: figures.noReply },
        ]}
      />
      <p style={{ margin: 0 }}>
        {repliedPercent === null ? t.shareNone : t.share(String(repliedPercent))}.{' '}
        {t.verified(figures.verifiedOnSite)}.
      </p>
      <p className={classes['quiet']} style={{ margin: 0 }}>
        {t.shareHint}
      </p>
    </>
  );
}

/** The headline shown whole, so that it cannot be gamed: silence stands beside success. */
export function FiveNumbers({ figures, period }: { figures: Figures; period: { from: string; to: string } }) {
  const { figures: t } = useTexts();
  const headline = headlineOf(figures);
  const hint = (percent: number | null, write: (percent: string) => string) =>
    percent === null ? null : write(String(percent));
  return (
    <section aria-labelledby="five" className={classes['whole']}>
      <h2 id="five" className="visually-hidden">
        {t.five}
      </h2>
      <ul className={classes['five']}>
        <Figure label={t.received} value={figures.received} hint={null} behind={period} />
        <Figure
          label={t.answered}
          value={figures.answered}
          hint={hint(headline.answeredPercent, t.ofReceived)}
        />
        <Figure
          label={t.confirmed}
          value={figures.confirmed}
          hint={hint(headline.confirmedPercent, t.ofAsked)}
          tone="good"
          behind={{ ...period, state: ['fixed_confirmed'] }}
        />
        <Figure
          label={t.disputed}
          value={figures.disputed}
          hint={hint(headline.disputedPercent, t.ofAsked)}
          tone="bad"
          behind={{ ...period, state: ['disputed'] }}
        />
        <Figure
          label={t.noReply}
          value={figures.noReply}
          hint={hint(headline.silentPercent, t.ofAsked)}
          behind={{ ...period, state: ['fixed_reported'] }}
        />
      </ul>
      <Replies figures={figures} />
    </section>
  );
}

/** Promises given in answers, and what became of them; and what is late now. */
export function Promises({ figures }: { figures: Figures }) {
  const { figures: t } = useTexts();
  const language = useLanguage();
  const may = useMay();
  const { promises } = figures;
  const { keptPercent } = headlineOf(figures);
  return (
    <section className={classes['section']} aria-labelledby="promises">
      <h2 id="promises" className={classes['heading']}>
        {t.promises}:{' '}
        {keptPercent === null
          ? t.promisesNone.toLocaleLowerCase()
          : t.promisesKept(String(keptPercent)).toLocaleLowerCase()}
      </h2>
      <WholeBar
        parts={[
          { name: 'kept', count: promises.kept },
          { name: 'broken', count: promises.broken },
          { name: 'waiting', count: promises.waiting },
        ]}
      />
      <p style={{ margin: 0 }}>
        {t.kept(promises.kept)} · {t.broken(promises.broken)} · {t.waiting(promises.waiting)}
      </p>
      <p style={{ margin: 0 }}>
        {t.overdueNow}: <b>{writeNumber(figures.overdue, language)}</b>{' '}
        {may('appeal.read') && figures.overdue > 0 && (
          <Link to="/queue" search={{ view: 'all', order: 'urgent', overdue: true }}>
            {t.toQueue}
          </Link>
        )}
      </p>
    </section>
  );
}
