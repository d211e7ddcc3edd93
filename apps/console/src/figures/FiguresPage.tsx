import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { figures } from '#contract/learn.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { EmptyState } from '#ui/components/EmptyState.tsx';
import { read } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { loadedOf } from '../app/loaded.ts';
import { useNames } from '../app/reference.ts';
import { useMay } from '../app/session.ts';
import { useTime } from '../app/use-time.ts';
import { CountTable } from './CountTable.tsx';
import { DayChart } from './DayChart.tsx';
import classes from './Figures.module.css';
import { lastDays } from './figures-period.ts';
import { FiveNumbers, Promises } from './FiveNumbers.tsx';
import type { Period } from './PeriodChoice.tsx';
import { PeriodPage } from './PeriodPage.tsx';
import { Sentences } from './Sentences.tsx';

type Figures = SuccessOf<typeof figures>;

const route = getRouteApi('/staff/figures');
const days = { week: 7, month: 30, quarter: 90 } as const;

/** From a number one press to the cases behind it. */
function Links({
  name,
  filter,
}: {
  name: string;
  filter: { topic?: string[]; municipality?: number[] } & Period;
}) {
  const { figures: t } = useTexts();
  const may = useMay();
  return (
    <>
      {may('appeal.read') && (
        <Link to="/queue" search={{ ...filter, view: 'all', order: 'newest' }} aria-label={t.toQueueOf(name)}>
          {t.toQueue}
        </Link>
      )}{' '}
      {may('map.read') && (
        <Link to="/map" search={filter} aria-label={t.toMapOf(name)}>
          {t.toMap}
        </Link>
      )}
    </>
  );
}

function Whole({ value, period }: { value: Figures; period: Period }) {
  const { figures: t, queue } = useTexts();
  const names = useNames();
  if (value.received === 0 && value.answered === 0) return <EmptyState text={t.empty} />;
  const topics = value.byTopic.map(({ topic, received }) => {
    const name = names.topic(topic) ?? queue.noTopic;
    return {
      key: topic,
      name,
      count: received,
      links: <Links name={name} filter={{ topic: [topic], ...period }} />,
    };
  });
  const municipalities = value.byMunicipality.map(({ municipalityId, received }) => {
    const name = names.municipality(municipalityId) ?? queue.noPlace;
    const links = <Links name={name} filter={{ municipality: [municipalityId], ...period }} />;
    return { key: String(municipalityId), name, count: received, links };
  });
  return (
    <>
      <FiveNumbers figures={value} period={period} />
      <Sentences value={value} period={period} />
      <div className={classes['two']}>
        <DayChart days={value.byDay} />
        <Promises figures={value} />
      </div>
      <div className={classes['two']}>
        <CountTable title={t.byTopic} rows={topics} />
        <CountTable title={t.byMunicipality} rows={municipalities} />
      </div>
    </>
  );
}

/** The leader's page: five numbers shown whole, and the way from each to the cases. */
export function FiguresPage() {
  const { figures: t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { today } = useTime();
  const last = lastDays(days.month, today);
  const period = { from: search.from ?? last.from, to: search.to ?? last.to };
  const query = useQuery({
    queryKey: ['figures', period],
    queryFn: () => read(figures, { query: period }),
    placeholderData: keepPreviousData,
  });
  return (
    <PeriodPage
      title={t.title}
      period={period}
      choices={{
        [t.periods.week]: days.week,
        [t.periods.month]: days.month,
        [t.periods.quarter]: days.quarter,
      }}
      set={(next) => void navigate({ to: '/figures', search: next, replace: true })}
      loaded={loadedOf(query)}
      show={(value) => <Whole value={value} period={period} />}
    />
  );
}
