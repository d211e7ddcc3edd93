import '@mantine/dates/styles.css';
import 'dayjs/locale/ru.js';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useLanguage, useTexts } from './language.ts';
import { readTypedDay, writeDay } from './typed-day.ts';
import { useTime } from './use-time.ts';

export interface DateFieldProps {
  readonly label: string;
  /** `2026-05-12`, or an empty string. */
  readonly value: string;
  readonly change: (day: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly description?: string;
  readonly error?: string;
}

/** A day, typed as «12.05.2026» or chosen in a calendar, in the language of the screen whatever the browser speaks. */
export function DateField({ label, value, change, min, max, description, error }: DateFieldProps) {
  const { calendar: t } = useTexts().console;
  const { today } = useTime();
  return (
    <DateInput
      label={label}
      description={description}
      error={error}
      locale={useLanguage()}
      placeholder={t.placeholder}
      maw={260}
      value={value === '' ? null : value}
      onChange={(day) => change(day ?? '')}
      valueFormat={writeDay}
      dateParser={(text) => readTypedDay(text, today)}
      clearable
      hideOutsideDates
      clearButtonProps={{ 'aria-label': t.clear }}
      rightSection={value === '' ? <IconCalendar size={16} stroke={1.5} aria-hidden /> : undefined}
      rightSectionPointerEvents={value === '' ? 'none' : 'all'}
      ariaLabels={t.labels}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
    />
  );
}
