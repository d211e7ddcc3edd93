import { useQuery } from '@tanstack/react-query';
import { figures } from '#contract/learn.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { read } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import classes from './Figures.module.css';
import { periodBefore } from './figures-period.ts';

type Figures = SuccessOf<typeof figures>;

const top = <T extends { received: number }>(rows: readonly T[]): T | undefined =>
  rows.toSorted((a, b) => b.received - a.received)[0];

/** What changed against the same number of days before. */
function useChange(value: Figures, period: { from: string; to: string }): string | null {
  const { figures: t } = useTexts();
  const before = periodBefore(period);
  const { data } = useQuery({
    queryKey: ['figures', before],
    queryFn: () => read(figures, { query: before }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data === undefined) return null;
  if (data.received === 0) return t.noBefore;
  const percent = Math.round((value.received / data.received - 1) * 100);
  if (percent === 0) return t.asMany;
  return percent > 0 ? t.more(percent) : t.fewer(-percent);
}

/** Three sentences: what changed, where it burns, what was decided. */
export function Sentences({ value, period }: { value: Figures; period: { from: string; to: string } }) {
  const { figures: t } = useTexts();
  const names = useNames();
  const change = useChange(value, period);
  const topic = top(value.byTopic);
  const place = names.municipality(top(value.byMunicipality)?.municipalityId ?? null);
  const topicName = names.topic(topic?.topic ?? null);
  return (
    <section className={classes['section']} aria-labelledby="in-short">
      <h2 id="in-short" className={classes['heading']}>
        {t.sentences}
      </h2>
      <ul className={classes['sentences']}>
        {change !== null && <li>{change}</li>}
        {topic !== undefined && topicName !== null && place !== null && (
          <li>{t.burns(topicName, topic.received, place)}</li>
        )}
        <li>{t.decided(value.confirmed, value.verifiedOnSite, value.disputed)}</li>
      </ul>
    </section>
  );
}
