import { Button } from '@mantine/core';
import { useState } from 'react';
import type { figures } from '#contract/learn.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import classes from './Figures.module.css';

type Day = SuccessOf<typeof figures>['byDay'][number];

const size = { width: 600, height: 200, left: 34, bottom: 22, top: 10 };
const steps = [1, 2, 5] as const;
const lowestTop = 4;

/** A round number not below the highest bar, so that the scale can be read. */
export function topOfScale(highest: number): number {
  if (highest <= lowestTop) return lowestTop;
  for (let power = 1; ; power *= 10) {
    const step = steps.find((candidate) => candidate * power * 4 >= highest);
    if (step !== undefined) return step * power * 4;
  }
}

/** Where a value and a day stand in the picture. */
interface Scale {
  readonly top: number;
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

function scaleOf(days: readonly Day[]): Scale {
  const top = topOfScale(Math.max(...days.map(({ received, answered }) => Math.max(received, answered))));
  const step = (size.width - size.left) / days.length;
  const height = size.height - size.bottom - size.top;
  return {
    top,
    step,
    x: (index) => size.left + step * (index + 0.5),
    y: (value) => size.top + height * (1 - value / top),
  };
}

function Axes({ days, scale: { top, x, y } }: { days: readonly Day[]; scale: Scale }) {
  const { day } = useTime();
  const every = Math.ceil(days.length / 6);
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            className={classes['grid']}
            x1={size.left}
            x2={size.width}
            y1={y(top * share)}
            y2={y(top * share)}
          />
          <text x={size.left - 6} y={y(top * share) + 4} textAnchor="end">
            {top * share}
          </text>
        </g>
      ))}
      {days.map(
        (one, index) =>
          index % every === 0 && (
            <text key={one.day} x={x(index)} y={size.height - 6} textAnchor="middle">
              {day(one.day)}
            </text>
          ),
      )}
    </>
  );
}

function Chart({ days }: { days: readonly Day[] }) {
  const { figures: t } = useTexts();
  const { day } = useTime();
  const scale = scaleOf(days);
  const { step, x, y } = scale;
  const line = (name: 'answered' | 'confirmed') =>
    days.map((one, index) => `${x(index)},${y(one[name])}`).join(' ');
  return (
    <svg
      className={classes['chart']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t.byDayLabel}
    >
      <Axes days={days} scale={scale} />
      {days.map((one, index) => (
        <rect
          key={one.day}
          className={classes['received']}
          x={x(index) - step * 0.35}
          width={step * 0.7}
          y={y(one.received)}
          height={Math.max(0, y(0) - y(one.received))}
        >
          <title>{`${day(one.day)}: ${t.received} ${one.received}, ${t.answered} ${one.answered}`}</title>
        </rect>
      ))}
      <polyline className={classes['answered']} points={line('answered')} />
      <polyline className={classes['confirmed']} points={line('confirmed')} />
    </svg>
  );
}

function Key() {
  const { figures: t } = useTexts();
  const swatch = (name: 'received' | 'answered' | 'confirmed') => (
    <svg width="20" height="10" aria-hidden>
      {name === 'received' ? (
        <rect className={classes['received']} width="20" height="10" />
      ) : (
        <line className={classes[name]} x1="0" x2="20" y1="5" y2="5" />
      )}
    </svg>
  );
  return (
    <ul className={classes['key']}>
      <li>
        {swatch('received')} {t.received}
      </li>
      <li>
        {swatch('answered')} {t.answered}
      </li>
      <li>
        {swatch('confirmed')} {t.confirmed}
      </li>
    </ul>
  );
}

function DayTable({ days }: { days: readonly Day[] }) {
  const { figures: t } = useTexts();
  const { day } = useTime();
  return (
    <ScrollRegion label={t.byDay} maxHeight={320}>
      <table className={classes['rows']}>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.received}</th>
            <th scope="col">{t.answered}</th>
            <th scope="col">{t.confirmed}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={one.day}>
              <th scope="row">{day(one.day)}</th>
              <td>{one.received}</td>
              <td>{one.answered}</td>
              <td>{one.confirmed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Received, answered and confirmed by day: a picture, or the same as a table. */
export function DayChart({ days }: { days: readonly Day[] }) {
  const { figures: t } = useTexts();
  const [shown, show] = useState<'chart' | 'table'>('chart');
  return (
    <section className={classes['section']} aria-labelledby="by-day">
      <div className={classes['top']}>
        <h2 id="by-day" className={classes['heading']}>
          {t.byDay}
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
          <Chart days={days} />
        </>
      ) : (
        <DayTable days={days} />
      )}
    </section>
  );
}
