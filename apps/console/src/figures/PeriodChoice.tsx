import { SegmentedControl } from '@mantine/core';
import { DateField } from '../app/DateField.tsx';
import { useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import classes from './Figures.module.css';
import { lastDays } from './figures-period.ts';

/** Days from and to, both inclusive, YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface PeriodChoiceProps {
  readonly period: Period;
  /** So many last days each, by their label. */
  readonly choices: Readonly<Record<string, number>>;
  readonly set: (period: Period) => void;
}

/** Last days by a press, or any days. */
export function PeriodChoice({ period, choices, set }: PeriodChoiceProps) {
  const { figures: t, console: shell } = useTexts();
  const { today } = useTime();
  const chosen = Object.keys(choices).find((label) => {
    const { from, to } = lastDays(choices[label] ?? 0, today);
    return from === period.from && to === period.to;
  });
  return (
    <div className={classes['period']}>
      <SegmentedControl
        aria-label={t.period}
        value={chosen ?? t.ownPeriod}
        onChange={(label) => {
          const days = choices[label];
          if (days !== undefined) set(lastDays(days, today));
        }}
        data={[...Object.keys(choices), ...(chosen === undefined ? [t.ownPeriod] : [])]}
      />
      <DateField
        label={shell.form.dateFrom}
        max={period.to}
        value={period.from}
        change={(day) => day !== '' && set({ ...period, from: day })}
      />
      <DateField
        label={shell.form.dateTo}
        min={period.from}
        max={today}
        value={period.to}
        change={(day) => day !== '' && set({ ...period, to: day })}
      />
    </div>
  );
}
