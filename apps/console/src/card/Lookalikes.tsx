import { Badge, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { mergeWholeProblem } from '#contract/same-problem.ts';
import { mergeIncident } from '#contract/work.ts';
import type { Tone } from '#ui/mantine/theme.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import { useQueueFilter } from '../queue/use-filter.ts';
import classes from './Card.module.css';
import { likenessBand, type LikenessBand } from './likeness-band.ts';
import { useOpenCard, type Card, type CardAct } from './use-card.ts';

type Like = Card['lookalikes'][number];

const tones: Readonly<Record<LikenessBand, Tone>> = { sure: 'good', likely: 'brand', maybe: 'quiet' };

/** «тот же дом и тема, с разницей в 3 дня; общие слова: лифт, стоит». */
function useReason(like: Like): string {
  const { incident: t } = useTexts().card;
  const facts = [
    t.reasons[like.reason],
    like.metres === null ? undefined : t.metres(like.metres),
    t.days(like.daysApart),
  ];
  const said = facts.filter((fact) => fact !== undefined).join(', ');
  return like.words.length === 0 ? said : `${said}; ${t.words(like.words)}`;
}

function MergeButtons({ like, act }: { like: Like; act: CardAct }) {
  const { incident: t } = useTexts().card;
  const { card } = useOpenCard();
  const isRunning = act.state.status === 'running';
  const body = (version: number) => ({ version, incidentId: like.incidentId });
  const params = { appealId: card.id };
  const own = card.incident?.appeals ?? 1;
  return (
    <Group gap={4}>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t.mergeOne(like.number)}
        disabled={isRunning}
        onClick={() => void act.run((version) => call(mergeIncident, { params, body: body(version) }))}
      >
        {t.merge}
      </Button>
      {own > 1 && (
        <Tooltip label={t.mergeWholeHint(own)} multiline maw={320}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={isRunning}
            onClick={() =>
              void act.run((version) => call(mergeWholeProblem, { params, body: body(version) }))
            }
          >
            {t.mergeWhole}
          </Button>
        </Tooltip>
      )}
    </Group>
  );
}

function Lookalike({ like, act }: { like: Like; act: CardAct }) {
  const { incident: t } = useTexts().card;
  const may = useMay();
  const filter = useQueueFilter();
  const band = likenessBand(like);
  const reason = useReason(like);
  return (
    <li>
      <Stack gap={2}>
        <Group gap={6}>
          <Link
            to="/queue/$appealId"
            params={{ appealId: like.appealId }}
            search={filter}
            aria-label={t.open(like.number)}
          >
            {like.number}
          </Link>
          <Badge size="sm" color={tones[band]}>
            {t.bands[band]}
          </Badge>
          {like.appeals > 1 && (
            <Text span size="xs" c="dimmed">
              {t.reports(like.appeals)}
            </Text>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {reason}
        </Text>
        <Text size="xs" lineClamp={2}>
          {like.excerpt}
        </Text>
        {may('appeal.merge') && <MergeButtons like={like} act={act} />}
      </Stack>
    </li>
  );
}

/** Other problems that may be this one, the likeliest first, each with what speaks for it. */
export function Lookalikes({ act }: { act: CardAct }) {
  const { incident: t } = useTexts().card;
  const { lookalikes } = useOpenCard().card;
  if (lookalikes.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t.lookalikes}
      </Text>
      <ul className={classes['list']}>
        {lookalikes.map((like) => (
          <Lookalike key={like.incidentId} like={like} act={act} />
        ))}
      </ul>
    </Stack>
  );
}
