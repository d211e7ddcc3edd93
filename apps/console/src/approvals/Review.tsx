import { Button, Group, Kbd, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Panel } from '#ui/components/Panel.tsx';
import { ResolutionLine } from '../answer/AnswerPanel.tsx';
import type { AnswerView } from '../answer/draft.ts';
import { Findings } from '../answer/Findings.tsx';
import { ReturnDraftForm } from '../answer/ReturnDraftForm.tsx';
import { useApprove, waitingAnswer } from '../answer/use-approve.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { useNames } from '../app/reference.ts';
import { useKeys } from '../app/shortcuts.ts';
import cardClasses from '../card/Card.module.css';
import { DangerBanner } from '../card/DangerBanner.tsx';
import { PhotoStrip } from '../card/PhotosPanel.tsx';
import { CardContext, useCard, useOpenCard, useSeen, type Card } from '../card/use-card.ts';
import { MarkedWords } from '../card/WordsPanel.tsx';
import { BackToList } from '../queue/BackToList.tsx';
import { ChannelName } from '../queue/ChannelName.tsx';
import classes from './Approvals.module.css';

export interface ReviewProps {
  readonly appealId: string;
  readonly next: () => void;
  readonly back: () => void;
}

/** One answer under review. */
export function Review({ appealId, next, back }: ReviewProps) {
  const { console: shell } = useTexts();
  const card = useCard(appealId);
  switch (card.status) {
    case 'loading':
      return (
        <Stack p="md" gap="sm" role="status" aria-label={shell.loading}>
          <Skeleton h={28} w="40%" />
          <Skeleton h={160} />
        </Stack>
      );
    case 'failed':
      return (
        <Stack p="md">
          <FailureNotice failure={card.failure} retry={card.retry} />
        </Stack>
      );
    case 'ready':
      return <ReadyReview card={card.value} next={next} back={back} />;
  }
}

function ResidentSide() {
  const { answer } = useTexts();
  const { card } = useOpenCard();
  const photos = card.files.filter(({ side }) => side === 'resident');
  return (
    <div className={classes['pane']}>
      <Panel title={answer.approvals.residentSaid}>
        <MarkedWords
          text={card.text}
          topic={card.understanding.topicWords}
          danger={card.understanding.dangerWords}
        />
        {photos.length > 0 && (
          <div style={{ marginTop: 12 }}>
            <PhotoStrip photos={photos} />
          </div>
        )}
      </Panel>
    </div>
  );
}

function AnswerSide({ answer }: { answer: AnswerView }) {
  const { answer: texts } = useTexts();
  const t = texts.approvals;
  const { card } = useOpenCard();
  const proof = card.files.filter(({ side }) => side === 'staff');
  return (
    <div className={classes['pane']}>
      <Panel title={`${t.weAnswer}: ${texts.kind[answer.kind].toLocaleLowerCase()}`}>
        <Stack gap="sm">
          <p className={cardClasses['words']}>{answer.text}</p>
          <ResolutionLine answer={answer} />
          <Text size="xs" c="dimmed">
            <Moment at={answer.createdAt} />
            {answer.createdBy !== null && `, ${texts.createdBy(answer.createdBy)}`}
          </Text>
          <Findings findings={answer.findings} />
        </Stack>
      </Panel>
      <Panel title={t.proof}>
        {proof.length > 0 ? <PhotoStrip photos={proof} /> : <Text c="dimmed">{t.noProof}</Text>}
      </Panel>
    </div>
  );
}

function Head({ card, back }: { card: Card; back: () => void }) {
  const { answer } = useTexts();
  const names = useNames();
  return (
    <div className={cardClasses['header']}>
      <div className={cardClasses['line']}>
        <BackToList back={back} />
        <Title order={2} size="h1">
          {card.number}
        </Title>
        <ChannelName channel={card.channel} />
        <Link to="/queue/$appealId" params={{ appealId: card.id }} search={{ view: 'all', order: 'urgent' }}>
          {answer.approvals.openCard}
        </Link>
      </div>
      <Text size="sm" c="dimmed">
        {[
          names.topic(card.understanding.topic),
          card.place.label,
          names.authority(card.responsible.authorityId)?.shortName,
        ]
          .filter((name) => name !== null && name !== undefined)
          .join(' · ')}
      </Text>
    </div>
  );
}

function ReadyReview({ card, next, back }: { card: Card; next: () => void; back: () => void }) {
  const { answer: texts, actions } = useTexts();
  const t = texts.approvals;
  const [isReturning, setReturning] = useState(false);
  const open = useSeen(card, isReturning);
  const approve = useApprove();
  const answer = waitingAnswer(card);
  const canApprove =
    answer !== null && (card.actions.includes('answer_final') || card.actions.includes('answer_interim'));
  const agree = () => {
    if (!canApprove) return;
    approve(card);
    next();
  };
  useKeys({ KeyA: agree, KeyR: () => canApprove && setReturning(true) });
  return (
    <CardContext value={open}>
      <div className={classes['review']}>
        <Head card={card} back={back} />
        <DangerBanner />
        <div className={classes['panes']}>
          <ResidentSide />
          {answer === null ? <Text p="md">{t.notThere}</Text> : <AnswerSide answer={answer} />}
        </div>
      </div>
      {canApprove && (
        <div className={classes['decide']}>
          {isReturning ? (
            <ReturnDraftForm close={() => setReturning(false)} returned={next} />
          ) : (
            <Group gap="xs">
              <Tooltip label={<Kbd size="xs">a</Kbd>}>
                <Button onClick={agree}>{t.approve}</Button>
              </Tooltip>
              <Tooltip label={<Kbd size="xs">r</Kbd>}>
                <Button variant="default" onClick={() => setReturning(true)}>
                  {actions.returnDraft.button}
                </Button>
              </Tooltip>
            </Group>
          )}
        </div>
      )}
    </CardContext>
  );
}
