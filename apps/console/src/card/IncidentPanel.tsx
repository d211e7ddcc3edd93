import { Badge, Button, Stack, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { splitIncident } from '#contract/work.ts';
import { Panel } from '#ui/components/Panel.tsx';
import type { Tone } from '#ui/mantine/theme.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { useMay } from '../app/session.ts';
import { useTime } from '../app/use-time.ts';
import { useQueueFilter } from '../queue/use-filter.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import { Lookalikes } from './Lookalikes.tsx';
import { Merges } from './Merges.tsx';
import { useCardAct, useOpenCard, type Card } from './use-card.ts';

type Incident = NonNullable<Card['incident']>;

export const problemTone: Readonly<Record<Incident['state'], Tone>> = {
  unconfirmed: 'quiet',
  confirmed: 'warn',
  in_work: 'brand',
  scheduled: 'brand',
  needs_money: 'warn',
  fixed_reported: 'brand',
  fixed_confirmed: 'good',
  verified_on_site: 'good',
  disputed: 'bad',
  refused: 'quiet',
  outside_powers: 'quiet',
};

function Neighbours({ others }: { others: Incident['others'] }) {
  const { incident: t } = useTexts().card;
  const filter = useQueueFilter();
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t.others}
      </Text>
      <ul className={classes['list']}>
        {others.map((other) => (
          <li key={other.appealId}>
            <Link
              to="/queue/$appealId"
              params={{ appealId: other.appealId }}
              search={filter}
              aria-label={t.open(other.number)}
            >
              {other.number}
            </Link>{' '}
            <Text span size="xs" c="dimmed">
              <Moment at={other.receivedAt} />
              {t.reasons[other.reason] === undefined ? '' : `, ${t.reasons[other.reason]}`}
            </Text>
            <Text size="xs" lineClamp={2}>
              {other.excerpt}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** The problem in the world behind this case and those like it. */
export function IncidentPanel() {
  const { card: texts, lifecycle } = useTexts();
  const t = texts.incident;
  const { card } = useOpenCard();
  const may = useMay();
  const act = useCardAct();
  const { day } = useTime();
  const { incident } = card;
  if (incident === null) return null;
  const split = () =>
    void act.run((version) => call(splitIncident, { params: { appealId: card.id }, body: { version } }));
  return (
    <Panel level={3} title={t.title}>
      <Stack gap={8}>
        <div>
          <Badge color={problemTone[incident.state]}>{lifecycle.problem[incident.state]}</Badge>
        </div>
        <Text size="xs">
          {t.appeals(incident.appeals)} <Moment at={incident.since} />
          {incident.scheduledOn !== null && <>. {t.scheduled(day(incident.scheduledOn))}</>}
        </Text>
        {incident.others.length > 0 && <Neighbours others={incident.others} />}
        {incident.appeals > 1 && may('appeal.merge') && (
          <Tooltip label={t.splitHint}>
            <Button size="xs" variant="default" disabled={act.state.status === 'running'} onClick={split}>
              {t.split}
            </Button>
          </Tooltip>
        )}
        <Merges act={act} merges={incident.merges} />
        <Lookalikes act={act} />
        <ActFailure act={act} />
      </Stack>
    </Panel>
  );
}
