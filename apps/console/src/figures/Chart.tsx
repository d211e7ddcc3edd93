import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import classes from './Figures.module.css';

/** Pixels; as wide as there is room, so that its words are never smaller than others. */
const size = { height: 200, left: 40, right: 24, bottom: 22, top: 10 };
const usualWidth = 600;
const labelWidth = 96;
const shares = [0, 0.25, 0.5, 0.75, 1] as const;

/** Where the `index`-th day and a share of the scale, 0 to 1, stand in the picture; `step` is the width of a day. */
export interface Scale {
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (share: number) => number;
}

function scaleOf(days: number, width: number): Scale {
  const step = (width - size.left - size.right) / Math.max(1, days);
  const inner = size.height - size.bottom - size.top;
  return {
    step,
    x: (index) => size.left + step * (index + 0.5),
    y: (share) => size.top + inner * (1 - share),
  };
}

export interface ChartProps {
  /** What a screen reader says instead of the picture. */
  readonly label: string;
  /** YYYY-MM-DD, left to right. */
  readonly days: readonly string[];
  /** What stands at a share of the scale. */
  readonly mark: (share: number) => string;
  readonly draw: (scale: Scale) => ReactNode;
}

/** A grid, its marks and its days; what is drawn on it is the caller's. */
export function Chart({ label, days, mark, draw }: ChartProps) {
  const { day } = useTime();
  const { ref, width: measured } = useElementSize();
  const width = measured === 0 ? usualWidth : measured;
  const scale = scaleOf(days.length, width);
  const every = Math.ceil(days.length / Math.max(2, Math.floor(width / labelWidth)));
  return (
    <div ref={ref}>
      <svg className={classes['chart']} viewBox={`0 0 ${width} ${size.height}`} role="img" aria-label={label}>
        {shares.map((share) => (
          <g key={share}>
            <line
              className={classes['grid']}
              x1={size.left}
              x2={width}
              y1={scale.y(share)}
              y2={scale.y(share)}
            />
            <text x={size.left - 6} y={scale.y(share) + 4} textAnchor="end">
              {mark(share)}
            </text>
          </g>
        ))}
        {days.map(
          (one, index) =>
            index % every === 0 && (
              <text key={one} x={scale.x(index)} y={size.height - 6} textAnchor="middle">
                {day(one)}
              </text>
            ),
        )}
        {draw(scale)}
      </svg>
    </div>
  );
}

export interface ChartTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly [string, ...string[]])[];
}

/** The same numbers in rows. */
export function ChartTable({ label, columns, rows }: ChartTableProps) {
  return (
    <ScrollRegion label={label} maxHeight={320}>
      <table className={classes['rows']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export interface ChartSectionProps {
  readonly id: string;
  readonly title: string;
  /** What is drawn how: a sample and its words. */
  readonly legend: readonly { readonly name: string; readonly sample: ReactNode }[];
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

/** A picture with its legend, or the same as a table. */
export function ChartSection({ id, title, legend, chart, table }: ChartSectionProps) {
  const { figures: t } = useTexts();
  const [shown, show] = useState<'chart' | 'table'>('chart');
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['top']}>
        <h2 id={id} className={classes['heading']}>
          {title}
        </h2>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => show(shown === 'chart' ? 'table' : 'chart')}
        >
          {shown === 'chart' ? t.table : t.chart}
        </Button>
      </div>
      {shown === 'table' ? (
        table
      ) : (
        <>
          <ul className={classes['key']}>
            {legend.map(({ name, sample }) => (
              <li key={name}>
                <svg width="20" height="10" aria-hidden>
                  {sample}
                </svg>
                {name}
              </li>
            ))}
          </ul>
          {chart}
        </>
      )}
    </section>
  );
}
