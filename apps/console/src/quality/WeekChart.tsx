import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import { Chart, ChartSection, ChartTable, type Scale } from '../figures/Chart.tsx';
import classes from './Quality.module.css';
import { FEW, percentWords } from './shares.ts';
import { pointsOfLine, tiesOf, wholeWeeks, type Week } from './week-line.ts';

const lines = ['right', 'alone', 'corrected'] as const;
type Line = (typeof lines)[number];
type Weeks = ReturnType<typeof wholeWeeks<Week>>;

/** One line: ties between neighbouring weeks and a point for each; pale where a week had too few cases. */
function LineOf({ line, weeks, scale: { x, y } }: { line: Line; weeks: Weeks; scale: Scale }) {
  const points = pointsOfLine(weeks.map(({ week }) => week?.[line] ?? null));
  return (
    <g className={classes['line']} data-line={line}>
      {tiesOf(points).map(({ from, to, isThin }) => (
        <line
          key={from.index}
          data-thin={isThin || undefined}
          x1={x(from.index)}
          y1={y(from.share)}
          x2={x(to.index)}
          y2={y(to.share)}
        />
      ))}
      {points.map(({ index, share, isThin }) => (
        <circle
          key={index}
          data-thin={isThin || undefined}
          cx={x(index)}
          cy={y(share)}
          r={isThin ? 3 : 2.5}
        />
      ))}
    </g>
  );
}

function useLegend(weeks: Weeks) {
  const { quality: t } = useTexts();
  const names = { right: t.rightLine, alone: t.aloneLine, corrected: t.correctedLine };
  const shares = lines.flatMap((line) => weeks.map(({ week }) => week?.[line] ?? null));
  const hasThin = pointsOfLine(shares).some(({ isThin }) => isThin);
  const hasHole = weeks.some(({ week }) => week === null);
  return [
    ...lines.map((line) => ({
      name: names[line],
      sample: (
        <g className={classes['line']} data-line={line}>
          <line x1="0" x2="20" y1="5" y2="5" />
        </g>
      ),
    })),
    ...(hasThin
      ? [
          {
            name: t.thinWeek(FEW),
            sample: (
              <g className={classes['line']}>
                <circle data-thin cx="10" cy="5" r="3" />
              </g>
            ),
          },
        ]
      : []),
    ...(hasHole ? [{ name: t.emptyWeek, sample: null }] : []),
  ];
}

/** Whether the machine drifts: right, alone and corrected by week, drawn or as a table. */
export function WeekChart({ weeks: known }: { weeks: readonly Week[] }) {
  const { quality: t } = useTexts();
  const { day } = useTime();
  const language = useLanguage();
  const weeks = wholeWeeks(known);
  const legend = useLegend(weeks);
  const percent = (share: Week['right'] | undefined): string => {
    const words = share === undefined ? null : percentWords(share, language);
    return words === null ? '—' : t.percent(words);
  };
  return (
    <ChartSection
      id="quality-weeks"
      title={t.weeks}
      legend={legend}
      chart={
        <Chart
          label={t.weeksLabel}
          days={weeks.map((one) => one.day)}
          mark={(share) => t.percent(String(share * 100))}
          draw={(scale) => lines.map((line) => <LineOf key={line} line={line} weeks={weeks} scale={scale} />)}
        />
      }
      table={
        <ChartTable
          label={t.weeks}
          columns={[t.week, t.received, t.rightLine, t.aloneLine, t.correctedLine]}
          rows={weeks.map((one) => [
            day(one.day),
            writeNumber(one.week?.received ?? 0, language),
            percent(one.week?.right),
            percent(one.week?.alone),
            percent(one.week?.corrected),
          ])}
        />
      }
    />
  );
}
