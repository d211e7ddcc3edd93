import { Button, Group, NativeSelect, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { messageKinds } from '#kernel/appeal.ts';
import { correct } from '#contract/work.ts';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useMay } from '../app/session.ts';
import { topicOptions } from '../queue/topic-options.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import { percent } from './percent.ts';
import { useCardAct, useOpenCard } from './use-card.ts';

const othersShown = 3;

/** Corrections of the kind and the topic: one press or one choice. */
function useCorrection() {
  const { card } = useOpenCard();
  const act = useCardAct();
  return {
    act,
    setTopic: (topic: string) =>
      act.run((version) => call(correct, { params: { appealId: card.id }, body: { version, topic } })),
    setKind: (kind: (typeof messageKinds)[number]) =>
      act.run((version) => call(correct, { params: { appealId: card.id }, body: { version, kind } })),
  };
}

type Correction = ReturnType<typeof useCorrection>;

function OtherTopics({ correction }: { correction: Correction }) {
  const { understanding: t } = useTexts().card;
  const { understanding } = useOpenCard().card;
  const names = useNames();
  const others = understanding.topicCandidates
    .filter(({ topic, confidence }) => topic !== understanding.topic && percent(confidence) > 0)
    .slice(0, othersShown);
  if (others.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t.others}
      </Text>
      {others.map(({ topic, confidence }) => {
        const name = names.topic(topic);
        return (
          name !== null && (
            <button
              key={topic}
              type="button"
              className={classes['candidate']}
              aria-label={t.otherOne(name, percent(confidence))}
              disabled={correction.act.state.status === 'running'}
              onClick={() => void correction.setTopic(topic)}
            >
              {name} <span className={classes['quiet']}>{percent(confidence)}&nbsp;%</span>
            </button>
          )
        );
      })}
    </Stack>
  );
}

/** What belongs to the topic and what does not: written in Russian, shown in Russian only. */
function Passport({ topic }: { topic: string | null }) {
  const { understanding: t } = useTexts().card;
  const passport = useNames().topicPassport(topic);
  const language = useLanguage();
  if (passport === null || language !== 'ru') return null;
  return (
    <Text size="xs" c="dimmed">
      {t.belongs}: {passport.belongs}
      <br />
      {t.doesNotBelong}: {passport.doesNotBelong}
    </Text>
  );
}

function Choices({ correction, close }: { correction: Correction; close: () => void }) {
  const { card, lifecycle, console: shell, queue } = useTexts();
  const t = card.understanding;
  const { understanding } = useOpenCard().card;
  const { all } = useNames();
  const language = useLanguage();
  const [topic, setTopic] = useState<string | null>(understanding.topic);
  const save = async () => {
    if (topic !== null && (await correction.setTopic(topic))) close();
  };
  return (
    <Stack gap={8} className={classes['form']}>
      <NativeSelect
        label={t.kind}
        data={messageKinds.map((kind) => ({ value: kind, label: lifecycle.kind[kind] }))}
        value={understanding.kind}
        onChange={({ currentTarget: { value } }) => {
          const kind = messageKinds.find((name) => name === value);
          if (kind !== undefined) void correction.setKind(kind);
        }}
      />
      <Select
        label={queue.topic}
        placeholder={shell.form.search}
        nothingFoundMessage={shell.form.nothingFound}
        data={topicOptions(all, language)}
        value={topic}
        onChange={setTopic}
      />
      <Passport topic={topic} />
      <Group gap="xs">
        <Button
          size="xs"
          disabled={topic === understanding.topic}
          loading={correction.act.state.status === 'running'}
          onClick={() => void save()}
        >
          {shell.form.save}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {shell.form.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

/** Who decided, how surely, and by which words. */
function Judgement() {
  const { card, lifecycle } = useTexts();
  const t = card.understanding;
  const { understanding } = useOpenCard().card;
  const { topicBy, kindBy, actsAlone, topicConfidence, kind, kindReason, topicWords } = understanding;
  const who = topicBy === null ? (actsAlone ? t.byMachineSure : t.byMachine) : t.byPerson(topicBy);
  const sureness =
    topicBy === null && topicConfidence !== null ? `, ${t.confidence(percent(topicConfidence))}` : '';
  const why = kindBy === null ? t.kindReasons[kindReason] : t.byPerson(kindBy);
  return (
    <>
      <Text size="xs" c="dimmed">
        {who}
        {sureness}
      </Text>
      {why !== undefined && (
        <Text size="xs" c="dimmed">
          {lifecycle.kind[kind]}: {why}
        </Text>
      )}
      {topicBy === null && topicWords.length > 0 && (
        <Text size="xs">
          <span className={classes['quiet']}>{t.words}:</span> {topicWords.join(', ')}
        </Text>
      )}
    </>
  );
}

/** What it is about, how sure the system is and why; one press to correct. */
export function TopicPanel() {
  const { card, lifecycle } = useTexts();
  const t = card.understanding;
  const { understanding } = useOpenCard().card;
  const names = useNames();
  const canCorrect = useMay()('appeal.correct');
  const correction = useCorrection();
  const [isOpen, setOpen] = useState(false);
  const about = [lifecycle.kind[understanding.kind], names.sector(understanding.sector)];
  return (
    <Panel
      level={3}
      title={t.title}
      aside={
        canCorrect &&
        !isOpen && (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
            {t.changeKind}
          </Button>
        )
      }
    >
      <Stack gap={6}>
        <div>
          <Text fw={500}>{names.topic(understanding.topic) ?? t.topicNone}</Text>
          <Text size="xs" c="dimmed">
            {about.filter((name) => name !== null).join(' · ')}
          </Text>
        </div>
        <Judgement />
        {canCorrect && !isOpen && <OtherTopics correction={correction} />}
        {isOpen && <Choices correction={correction} close={() => setOpen(false)} />}
        <ActFailure act={correction.act} />
      </Stack>
    </Panel>
  );
}
