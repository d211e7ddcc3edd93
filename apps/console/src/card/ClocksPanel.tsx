import { Stack, Text } from '@mantine/core';
import { Panel } from '#ui/components/Panel.tsx';
import type { StaffTexts } from '#texts/ru/staff.ts';
import { useTexts } from '../app/language.ts';
import { useTime } from '../app/use-time.ts';
import { dueIn } from '../queue/due.ts';
import classes from './Card.module.css';
import type { Clock } from './next-clock.ts';
import { useOpenCard } from './use-card.ts';

type ClockTone = 'met' | 'calm' | 'soon' | 'over';

/** A clock is close to its end once half of its warnings have passed. */
function toneOf(clock: Clock, now: Date): ClockTone {
  if (clock.metAt !== null) return 'met';
  if (clock.isOverdue) return 'over';
  const passed = clock.warnAt.filter((at) => new Date(at) <= now).length;
  return passed * 2 > clock.warnAt.length ? 'soon' : 'calm';
}

/** What is left, in working time where the clock counts it. */
function leftOf(clock: Clock, now: Date, texts: Pick<StaffTexts, 'queue' | 'time'>): string {
  const minutes = clock.workingMinutesLeft;
  if (minutes === null) return dueIn(clock.dueAt, now, texts).words;
  return minutes < 0 ? texts.time.workingOver(-minutes) : texts.time.workingLeft(minutes);
}

function ClockLine({ clock }: { clock: Clock }) {
  const texts = useTexts();
  const t = texts.card.clocks;
  const { now, moment, exact } = useTime();
  const tone = toneOf(clock, now);
  return (
    <li className={classes['clock']} data-tone={tone}>
      <Text size="sm" fw={500}>
        {t.names[clock.code] ?? t.other}
      </Text>
      <Text size="xs" {...(tone === 'over' ? { c: 'bad', fw: 600 } : {})}>
        {clock.metAt === null ? (
          <span title={exact(clock.dueAt)}>
            {clock.isPaused ? t.paused : `${leftOf(clock, now, texts)}, ${t.due(moment(clock.dueAt))}`}
          </span>
        ) : (
          <span title={exact(clock.metAt)}>{t.met(moment(clock.metAt))}</span>
        )}
        {clock.isProvisional && <span title={t.provisionalHint}> ({t.provisional})</span>}
      </Text>
      {clock.extendedReason !== null && <Text size="xs">{t.extended(clock.extendedReason)}</Text>}
      <Text size="xs" c="dimmed">
        {t.basis(clock.basis)}
      </Text>
    </li>
  );
}

/** Every clock of the case: what is owed, till when, and on what basis. */
export function ClocksPanel() {
  const { clocks: t } = useTexts().card;
  const { clocks } = useOpenCard().card;
  const ordered = [...clocks].sort(
    (a, b) => Number(a.metAt !== null) - Number(b.metAt !== null) || a.dueAt.localeCompare(b.dueAt),
  );
  return (
    <Panel level={3} title={t.title}>
      {ordered.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t.none}
        </Text>
      ) : (
        <Stack component="ul" gap={10} className={classes['list']}>
          {ordered.map((clock) => (
            <ClockLine key={`${clock.code} ${clock.startedAt}`} clock={clock} />
          ))}
        </Stack>
      )}
    </Panel>
  );
}
