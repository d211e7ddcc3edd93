import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Notice } from '#ui/components/Notice.tsx';
import { useTexts } from '../app/language.ts';
import type { Loaded } from '../app/loaded.ts';
import { useNames } from '../app/reference.ts';
import { useTime } from '../app/use-time.ts';
import { problemTone } from '../card/IncidentPanel.tsx';
import classes from './Desk.module.css';
import { listedAtDesk } from './listed-at-desk.ts';
import { useNeighbours, type DeskNeighbour, type DeskNeighbours as Found } from './use-neighbours.ts';

interface Choice {
  readonly chosen: DeskNeighbour | null;
  readonly choose: (problem: DeskNeighbour | null) => void;
}

function Neighbour({ one, chosen, choose }: { one: DeskNeighbour } & Choice) {
  const { neighbours: t, lifecycle } = useTexts();
  const { moment } = useTime();
  const names = useNames();
  const isChosen = one.incidentId === chosen?.incidentId;
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
            onClick={() => choose(isChosen ? null : one)}
          >
            {isChosen ? t.desk.notSame : t.desk.same}
          </Button>
        </Group>
        {isChosen && <Text size="xs">{t.desk.chosen}</Text>}
      </Stack>
    </Paper>
  );
}

/** What the list holds, in a sentence: shown where there is no list, and read out when it changes. */
function useWords(loaded: Loaded<Found> | null): string {
  const { neighbours: t, console: shell } = useTexts();
  if (loaded === null) return t.desk.wait;
  switch (loaded.status) {
    case 'loading':
      return shell.loading;
    case 'failed':
      return '';
    case 'ready': {
      const { isPlaceKnown, problems } = loaded.value;
      return !isPlaceKnown ? t.desk.noPlace : problems.length === 0 ? t.desk.none : t.found(problems.length);
    }
  }
}

/** Open problems like the one being typed, beside the form; a screen reader is told how many there are, not the whole list. */
export function DeskNeighbours({
  typed,
  chosen,
  choose,
}: { typed: { text: string; address: string } } & Choice) {
  const { neighbours: t } = useTexts();
  const loaded = useNeighbours(typed);
  const words = useWords(loaded);
  const listed = listedAtDesk(loaded?.status === 'ready' ? loaded.value.problems : [], chosen);
  return (
    <Stack
      gap="xs"
      component="aside"
      className={classes['neighbours'] ?? ''}
      aria-labelledby="desk-neighbours"
    >
      <Title order={2} size="h4" id="desk-neighbours">
        {t.desk.title}
      </Title>
      <Text size="sm" c="dimmed" role="status">
        {words}
      </Text>
      {loaded?.status === 'failed' && (
        <Notice tone="warn" title={t.desk.failed} action={{ label: t.desk.again, run: loaded.retry }}>
          {t.desk.failedHint}
        </Notice>
      )}
      <Stack component="ul" gap="xs" className={classes['list'] ?? ''}>
        {listed.map((one) => (
          <Neighbour key={one.incidentId} one={one} chosen={chosen} choose={choose} />
        ))}
      </Stack>
    </Stack>
  );
}
