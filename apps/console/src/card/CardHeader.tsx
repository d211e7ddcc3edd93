import { Badge } from '@mantine/core';
import { openStages } from '#flow/work/rules/lifecycle.ts';
import type { Tone } from '#ui/mantine/theme.ts';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { useTime } from '../app/use-time.ts';
import { BackToList } from '../queue/BackToList.tsx';
import { ChannelName } from '../queue/ChannelName.tsx';
import { dueIn } from '../queue/due.ts';
import classes from './Card.module.css';
import { nextClock } from './next-clock.ts';
import { useOpenCard, type Card } from './use-card.ts';

const stageTone: Readonly<Record<Card['stage'], Tone>> = {
  triage: 'warn',
  assigned: 'brand',
  in_work: 'brand',
  clarifying: 'warn',
  on_approval: 'brand',
  answered: 'good',
  closed: 'quiet',
  declined: 'quiet',
};

function Due({ card }: { card: Card }) {
  const texts = useTexts();
  const { now, exact } = useTime();
  const clock = nextClock(card.clocks);
  if (clock === null || !openStages.some((stage) => stage === card.stage)) return null;
  if (clock.isPaused) return <span>{texts.queue.pausedShort}</span>;
  const due = dueIn(clock.dueAt, now, texts);
  return (
    <time
      className={classes['due']}
      data-tone={due.tone}
      dateTime={clock.dueAt}
      title={texts.queue.due.until(exact(clock.dueAt))}
    >
      {due.words}
    </time>
  );
}

function Outcome({ card }: { card: Card }) {
  const { lifecycle, card: t } = useTexts();
  const how =
    card.declinedAs === null
      ? card.closedAs === null
        ? null
        : lifecycle.closedAs[card.closedAs]
      : lifecycle.declinedAs[card.declinedAs];
  return (
    <>
      {how !== null && <span>{how}</span>}
      {card.attention !== null && <Badge color="warn">{lifecycle.attention[card.attention]}</Badge>}
      {card.openQuestion !== null && (
        <span className={classes['quiet']}>{t.openQuestion(card.openQuestion)}</span>
      )}
    </>
  );
}

/** Number, state, what it is, where from and till when. */
export function CardHeader({ back }: { back: () => void }) {
  const { lifecycle, card: t } = useTexts();
  const { card } = useOpenCard();
  return (
    <div className={classes['header']}>
      <div className={classes['line']}>
        <BackToList back={back} />
        <h2 id="card-title" className={classes['number']}>
          {card.number}
        </h2>
        <Badge color={stageTone[card.stage]} size="lg">
          {lifecycle.stage[card.stage]}
        </Badge>
        <span>{lifecycle.kind[card.understanding.kind]}</span>
        {card.kindState !== null && <span>{lifecycle.kindState[card.kindState]}</span>}
        <Due card={card} />
      </div>
      <div className={`${classes['line']} ${classes['quiet']}`}>
        <ChannelName channel={card.channel} />
        <span>{lifecycle.regime[card.regime]}</span>
        <span title={card.isPublic ? t.isPublicHint : t.isPrivateHint}>
          {card.isPublic ? t.isPublic : t.isPrivate}
        </span>
        <Moment at={card.receivedAt} />
        <Outcome card={card} />
      </div>
    </div>
  );
}
