import { Button } from '@mantine/core';
import { useState } from 'react';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { writeNumber } from '#texts/number.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import figureClasses from '../figures/Figures.module.css';
import classes from './Quality.module.css';
import { percentWords, type Quality } from './shares.ts';

type Week = Quality['weeks'][number];
const lines = ['right', 'alone', 'corrected'] as const;
const size = { width: 600, height: 200, left: 40, right: 24, bottom: 22, top: 10 };
const inner = size.height - size.bottom - size.top;
const y = (share: number): number => size.top + inner * (1 - share);

function Picture({ weeks }: { weeks: readonly Week[] }) {
  const { quality: t } = useTexts();
  const { day } = useTime();
  const step = (size.width - size.left - size.right) / Math.max(1, weeks.length);
  const x = (index: number): number => size.left + step * (index + 0.5);
  const every = Math.ceil(weeks.length / 6);
  const points = (line: (typeof lines)[number]) =>
    weeks.flatMap((week, index) => {
      const { share } = week[line];
      return share === null ? [] : [{ key: week.week, at: x(index), to: y(share) }];
    });
  return (
    <svg
      className={figureClasses['chart']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t.weeksLabel}
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            className={figureClasses['grid']}
            x1={size.left}
            x2={size.width}
            y1={y(share)}
            y2={y(share)}
          />
          <text x={size.left - 6} y={y(share) + 4} textAnchor="end">
            {t.percent(String(share * 100))}
          </text>
        </g>
      ))}
      {weeks.map(
        (week, index) =>
          index % every === 0 && (
            <text key={week.week} x={x(index)} y={size.height - 6} textAnchor="middle">
              {day(week.week)}
            </text>
          ),
      )}
      {lines.map((line) => (
        <g key={line} className={classes['line']} data-line={line}>
          <polyline
            points={points(line)
              .map(({ at, to }) => `${at},${to}`)
              .join(' ')}
          />
          {points(line).map(({ key, at, to }) => (
            <circle key={key} cx={at} cy={to} r={2.5} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Key() {
  const { quality: t } = useTexts();
  const names = { right: t.rightLine, alone: t.aloneLine, corrected: t.correctedLine };
  return (
    <ul className={figureClasses['key']}>
      {lines.map((line) => (
        <li key={line}>
          <svg width="20" height="10" aria-hidden className={classes['line']} data-line={line}>
            <polyline points="0,5 20,5" />
          </svg>
          {names[line]}
        </li>
      ))}
    </ul>
  );
}

function WeekTable({ weeks }: { weeks: readonly Week[] }) {
  const { quality: t } = useTexts();
  const { day } = useTime();
  const language = useLanguage();
  const percent = (share: Week['right']): string => {
    const words = percentWords(share, language);
    return words === null ? '—' : t.percent(words);
  };
  return (
    <ScrollRegion label={t.weeks} maxHeight={320}>
      <table className={figureClasses['rows']}>
        <thead>
          <tr>
            <th scope="col">{t.week}</th>
            <th scope="col">{t.received}</th>
            <th scope="col">{t.rightLine}</th>
            <th scope="col">{t.aloneLine}</th>
            <th scope="col">{t.correctedLine}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.week}>
              <th scope="row">{day(week.week)}</th>
              <td>{writeNumber(week.received, language)}</td>
              <td>{percent(week.right)}</td>
              <td>{percent(week.alone)}</td>
              <td>{percent(week.corrected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Whether the machine drifts: right, alone and corrected by week, drawn or as a table. */
export function WeekChart({ weeks }: { weeks: readonly Week[] }) {
  const { quality: t } = useTexts();
  const [shown, show] = useState<'chart' | 'table'>('chart');
  return (
    <section className={figureClasses['section']} aria-labelledby="quality-weeks">
      <div className={figureClasses['top']}>
        <h2 id="quality-weeks" className={figureClasses['heading']}>
          {t.weeks}
        </h2>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => show(shown === 'chart' ? 'table' : 'chart')}
        >
          {shown === 'chart' ? t.table : t.chart}
        </Button>
      </div>
      {shown === 'chart' ? (
        <>
          <Key />
          <Picture weeks={weeks} />
        </>
      ) : (
        <WeekTable weeks={weeks} />
      )}
    </section>
  );
}
