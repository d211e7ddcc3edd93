import { Skeleton, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { usePageTitle } from '../app/page-title.ts';
import { useMay } from '../app/session.ts';
import { useKeys } from '../app/shortcuts.ts';
import { AnswerPanel } from '../answer/AnswerPanel.tsx';
import { DeliveriesPanel } from '../answer/DeliveriesPanel.tsx';
import { useBackToList } from '../queue/QueueList.tsx';
import { AssignmentsPanel } from './AssignmentsPanel.tsx';
import classes from './Card.module.css';
import { CardActions } from './CardActions.tsx';
import type { OpenForm } from './card-forms.ts';
import { CardHeader } from './CardHeader.tsx';
import { ClocksPanel } from './ClocksPanel.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { DangerBanner } from './DangerBanner.tsx';
import { IncidentPanel } from './IncidentPanel.tsx';
import { ExtentPanel } from './ExtentPanel.tsx';
import { ObjectPanel } from './ObjectPanel.tsx';
import { PhotosPanel } from './PhotosPanel.tsx';
import { PlacePanel } from './PlacePanel.tsx';
import { RatingsPanel } from './RatingsPanel.tsx';
import { ResponsiblePanel } from './ResponsiblePanel.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';
import { TopicPanel } from './TopicPanel.tsx';
import { useCard, useSeen, CardContext, type Card } from './use-card.ts';
import { WordsPanel } from './WordsPanel.tsx';

/** A case: loading, failed or whole. */
export function CardView({ appealId }: { appealId: string }) {
  const { console: t, card: texts } = useTexts();
  const card = useCard(appealId);
  usePageTitle(card.status === 'ready' ? texts.title(card.value.number) : t.loading);
  switch (card.status) {
    case 'loading':
      return (
        <Stack p="md" gap="sm" role="status" aria-label={t.loading}>
          <Skeleton h={28} w="50%" />
          <Skeleton h={40} />
          <Skeleton h={120} />
          <Skeleton h={180} />
        </Stack>
      );
    case 'failed':
      return (
        <Stack p="md">
          <FailureNotice failure={card.failure} retry={card.retry} />
        </Stack>
      );
    case 'ready':
      return <WholeCard card={card.value} />;
  }
}

function Side({ card }: { card: Card }) {
  const may = useMay();
  return (
    <aside className={classes['side']} aria-label={useTexts().card.title(card.number)}>
      <TopicPanel />
      <PlacePanel />
      <ObjectPanel />
      <ExtentPanel />
      <ResponsiblePanel />
      <IncidentPanel />
      <ClocksPanel />
      <RatingsPanel />
      {may('contact.look') && <ContactPanel />}
    </aside>
  );
}

function WholeCard({ card }: { card: Card }) {
  const [form, setForm] = useState<OpenForm | null>(null);
  const open = useSeen(card, form !== null);
  const back = useBackToList();
  useKeys({ Escape: () => (form === null ? back() : setForm(null)) });
  const forms = useMemo(() => ({ form, setForm }), [form]);
  return (
    <CardContext value={open}>
      <article className={classes['card']} aria-labelledby="card-title">
        <CardHeader back={back} />
        <DangerBanner />
        <CardActions {...forms} />
        <div className={classes['columns']}>
          <div className={classes['main']}>
            <WordsPanel />
            <PhotosPanel />
            <AnswerPanel {...forms} />
            <DeliveriesPanel />
            <AssignmentsPanel {...forms} />
            <TimelinePanel />
          </div>
          <Side card={card} />
        </div>
      </article>
    </CardContext>
  );
}
