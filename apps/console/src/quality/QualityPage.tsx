import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { quality } from '#contract/quality.ts';
import { EmptyState } from '#ui/components/EmptyState.tsx';
import { Notice } from '#ui/components/Notice.tsx';
import { read } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { loadedOf } from '../app/loaded.ts';
import { useTime } from '../app/use-time.ts';
import figureClasses from '../figures/Figures.module.css';
import { lastDays } from '../figures/figures-period.ts';
import { PeriodPage } from '../figures/PeriodPage.tsx';
import { Calibration, CorrectedFields } from './Calibration.tsx';
import { Confusions } from './Confusions.tsx';
import { LastCorrections } from './LastCorrections.tsx';
import { ModelsPanel } from './ModelsPanel.tsx';
import { QualityNumbers } from './QualityNumbers.tsx';
import type { Quality } from './shares.ts';
import { TopicTable } from './TopicTable.tsx';
import { WeekChart } from './WeekChart.tsx';

const route = getRouteApi('/staff/quality');
const days = { month: 30, quarter: 90, year: 365 } as const;
/** Fewer corrections than this show nothing of where the machine is wrong. */
const ENOUGH_CORRECTIONS = 30;

function Whole({ value }: { value: Quality }) {
  const { quality: t } = useTexts();
  const isYoung = value.received > 0 && value.corrected.n < ENOUGH_CORRECTIONS;
  return (
    <>
      {value.received === 0 ? <EmptyState text={t.empty} /> : <QualityNumbers value={value} />}
      {isYoung && <Notice tone="brand">{t.young(value.corrected.n, ENOUGH_CORRECTIONS)}</Notice>}
      {value.received > 0 && (
        <>
          <div className={figureClasses['two']}>
            <WeekChart weeks={value.weeks} />
            <Confusions rows={value.confusions} />
          </div>
          <TopicTable topics={value.topics} />
        </>
      )}
      <ModelsPanel versions={value.versions} />
      <div className={figureClasses['two']}>
        <LastCorrections />
        <div className={figureClasses['section']}>
          <Calibration bands={value.bands} />
          <CorrectedFields fields={value.fields} />
        </div>
      </div>
    </>
  );
}

/** How good the machine is, where it is wrong, and how it learns from people's corrections. */
export function QualityPage() {
  const { quality: t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { today } = useTime();
  const last = lastDays(days.quarter, today);
  const period = { from: search.from ?? last.from, to: search.to ?? last.to };
  const query = useQuery({
    queryKey: ['quality', 'figures', period],
    queryFn: () => read(quality, { query: period }),
    placeholderData: keepPreviousData,
  });
  return (
    <PeriodPage
      title={t.title}
      lead={t.lead}
      period={period}
      choices={{
        [t.periods.month]: days.month,
        [t.periods.quarter]: days.quarter,
        [t.periods.year]: days.year,
      }}
      set={(next) => void navigate({ to: '/quality', search: next, replace: true })}
      loaded={loadedOf(query)}
      show={(value) => <Whole value={value} />}
    />
  );
}
