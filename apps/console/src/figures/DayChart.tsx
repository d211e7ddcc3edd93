import type { figures } from '#contract/learn.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import { Chart, ChartSection, ChartTable, type Scale } from './Chart.tsx';
import classes from './Figures.module.css';
import { topOfScale } from './top-of-scale.ts';

type Day = SuccessOf<typeof figures>['byDay'][number];

const lines = ['answered', 'confirmed'] as const;

/** Bars of what came, lines of what became of it. */
function Bars({ days, top, scale: { step, x, y } }: { days: readonly Day[]; top: number; scale: Scale }) {
  const { figures: t } = useTexts();
  const { day } = useTime();
  return (
    <>
      {days.map((one, index) => (
        <rect
          key={one.day}
          className={classes['received']}
          x={x(index) - step * 0.35}
          width={step * 0.7}
          y={y(one.received / top)}
          height={Math.max(0, y(0) - y(one.received / top))}
        >
          <title>{`${day(one.day)}: ${t.received} ${one.received}, ${t.answered} ${one.answered}`}</title>
        </rect>
      ))}
      {lines.map((line) => (
        <polyline
          key={line}
          className={classes[line]}
          points={days.map((one, index) => `${x(index)},${y(one[line] / top)}`).join(' ')}
        />
      ))}
    </>
  );
}

/** Received, answered and confirmed by day: a picture, or the same as a table. */
export function DayChart({ days }: { days: readonly Day[] }) {
  const { figures: t } = useTexts();
  const { day } = useTime();
  const language = useLanguage();
  const top = topOfScale(Math.max(...days.map(({ received, answered }) => Math.max(received, answered))));
  const count = (n: number): string => writeNumber(n, language);
  return (
    <ChartSection
      id="by-day"
      title={t.byDay}
      legend={[
        { name: t.received, sample: <rect className={classes['received']} width="20" height="10" /> },
        ...lines.map((line) => ({
          name: t[line],
          sample: <line className={classes[line]} x1="0" x2="20" y1="5" y2="5" />,
        })),
      ]}
      chart={
        <Chart
          label={t.byDayLabel}
          days={days.map((one) => one.day)}
          mark={(share) => count(top * share)}
          draw={(scale) => <Bars days={days} top={top} scale={scale} />}
        />
      }
      table={
        <ChartTable
          label={t.byDay}
          columns={[t.day, t.received, t.answered, t.confirmed]}
          rows={days.map((one) => [
            day(one.day),
            count(one.received),
            count(one.answered),
            count(one.confirmed),
          ])}
        />
      }
    />
  );
}
