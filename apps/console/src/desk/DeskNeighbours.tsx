import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useTime } from '../app/use-time.ts';
import { problemTone } from '../card/IncidentPanel.tsx';
import classes from './Desk.module.css';
import { useNeighbours, type DeskNeighbour } from './use-neighbours.ts';

interface Choice {
  readonly chosen: string | null;
  readonly choose: (incidentId: string | null) => void;
}

function Neighbour({ one, chosen, choose }: { one: DeskNeighbour } & Choice) {
  const { neighbours: t, lifecycle } = useTexts();
  const { moment } = useTime();
  const names = useNames();
  const isChosen = one.incidentId === chosen;
  const facts = [
    t.count(one.neighbours),
    one.metres === null ? null : t.metres(one.metres),
    t.desk.last(moment(one.reportedAt)),
    one.answerBy === null ? null : t.answerBy(moment(one.answerBy)),
  ];
  return (
    <Paper component="li" withBorder p="sm" className={isChosen ? (classes['chosen'] ?? '') : ''}>
      <Stack gap={4}>
        <Group gap={6} justify="space-between">
          <Text size="sm" fw={500}>
            {names.topic(one.topic) ?? t.noTopic}
          </Text>
          <Badge size="sm" color={problemTone[one.state]}>
            {lifecycle.problem[one.state]}
          </Badge>
        </Group>
        <Text size="xs">{facts.filter((fact) => fact !== null).join(', ')}</Text>
        {one.place !== null && <Text size="xs">{one.place}</Text>}
        <Text size="xs" c="dimmed" lineClamp={2}>
          {one.excerpt}
        </Text>
        <Group gap={8}>
          <Link
            to="/queue/$appealId"
            params={{ appealId: one.appealId }}
            search={{ view: 'all', order: 'newest' }}
            target="_blank"
            aria-label={t.desk.open(one.number)}
          >
            {one.number}
          </Link>
          <Button
            size="compact-xs"
            variant={isChosen ? 'filled' : 'default'}
            aria-pressed={isChosen}
            onClick={() => choose(isChosen ? null : one.incidentId)}
          >
            {isChosen ? t.desk.notSame : t.desk.same}
          </Button>
        </Group>
        {isChosen && <Text size="xs">{t.desk.chosen}</Text>}
      </Stack>
    </Paper>
  );
}

/** Open problems like the one being typed, beside the form; told to a screen reader when they change. */
export function DeskNeighbours({
  typed,
  chosen,
  choose,
}: { typed: { text: string; address: string } } & Choice) {
  const { neighbours: t } = useTexts();
  const found = useNeighbours(typed);
  const isGone = chosen !== null && found !== null && !found.some(({ incidentId }) => incidentId === chosen);
  // Other words, other neighbours: nothing is tied to a problem that is not on the screen any more.
  useEffect(() => {
    if (isGone) choose(null);
  }, [isGone, choose]);
  return (
    <Stack gap="xs" aria-live="polite" component="aside" aria-labelledby="desk-neighbours">
      <Title order={2} size="h4" id="desk-neighbours">
        {t.desk.title}
      </Title>
      {found === null ? (
        <Text size="sm" c="dimmed">
          {t.desk.wait}
        </Text>
      ) : found.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.desk.none}
        </Text>
      ) : (
        <Stack component="ul" gap="xs" className={classes['list'] ?? ''}>
          {found.map((one) => (
            <Neighbour key={one.incidentId} one={one} chosen={chosen} choose={choose} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
