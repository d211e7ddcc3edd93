import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { changePhrases, withdrawTopic } from '#contract/topics.ts';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useKeptText } from '../app/kept-text.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { ReasonForm } from '../app/ReasonForm.tsx';
import { useNames } from '../app/reference.ts';
import { useAct } from '../app/use-act.ts';
import { PhrasesCount, PhrasesField } from './TopicForm.tsx';
import { TopicTrial } from './TopicTrial.tsx';
import { hasEnough, phrasesOf } from './typed-topic.ts';
import { useTopicsChanged, type OwnTopic } from './use-topics.ts';

function PhrasesForm({ topic, close }: { topic: OwnTopic; close: () => void }) {
  const { topics: t, console: shell } = useTexts();
  const act = useAct();
  const changed = useTopicsChanged();
  const [typed, setTyped, forget] = useKeptText(`topic.${topic.code}`, topic.phrases.join('\n'));
  const [tried, setTried] = useState<readonly string[] | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { params: { code: topic.code }, body: { phrases: phrasesOf(typed) } };
    const result = await act.run(() => call(changePhrases, input));
    if (result?.ok !== true) return;
    forget();
    close();
    changed();
  };
  return (
    <Stack component="form" gap="md" onSubmit={(event: FormEvent) => void submit(event)}>
      <PhrasesField value={typed} change={setTyped} />
      <PhrasesCount
        typed={typed}
        tried={tried?.join('\n') === phrasesOf(typed).join('\n')}
        tryThem={() => setTried(phrasesOf(typed))}
      />
      {tried !== null && <TopicTrial code={topic.code} phrases={tried} />}
      {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
      <Group gap="xs">
        <Button type="submit" disabled={!hasEnough(typed)} loading={act.state.status === 'running'}>
          {t.savePhrases}
        </Button>
        <Button variant="default" onClick={close}>
          {shell.form.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

function WithdrawForm({ topic, close }: { topic: OwnTopic; close: () => void }) {
  const { topics: t } = useTexts();
  const changed = useTopicsChanged();
  return (
    <ReasonForm<typeof withdrawTopic>
      label={t.withdrawReason}
      hint={t.withdrawHint}
      submitLabel={t.withdrawSubmit}
      color="bad"
      run={(reason) => call(withdrawTopic, { params: { code: topic.code }, body: { reason } })}
      done={() => {
        close();
        changed();
      }}
      cancel={close}
    />
  );
}

function Facts({ topic }: { topic: OwnTopic }) {
  const { topics: t } = useTexts();
  const names = useNames();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {names.sector(topic.sector)} · {t.phrasesOf(topic.phrases.length)} · {t.casesOf(topic.cases)} ·{' '}
        {topic.isLearnt ? t.learnt : t.byPhrases}
      </Text>
      <Text size="xs" c="dimmed">
        {topic.addedBy} <Moment at={topic.addedAt} />
      </Text>
      <Text size="sm" mt={6}>
        {topic.belongs}
      </Text>
    </div>
  );
}

/** One of the region's own topics, its phrases and the ways to change it. */
export function OwnTopicPanel({ topic, mayEdit }: { topic: OwnTopic; mayEdit: boolean }) {
  const { topics: t } = useTexts();
  const language = useLanguage();
  const [open, setOpen] = useState<'phrases' | 'withdraw' | null>(null);
  const close = () => setOpen(null);
  const name = topic.name[language];
  return (
    <Panel
      level={3}
      title={name}
      aside={
        mayEdit &&
        open === null && (
          <Group gap={4}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t.editFor(name)}
              onClick={() => setOpen('phrases')}
            >
              {t.edit}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              color="bad"
              aria-label={t.withdrawFor(name)}
              onClick={() => setOpen('withdraw')}
            >
              {t.withdraw}
            </Button>
          </Group>
        )
      }
    >
      <Stack gap="sm">
        <Facts topic={topic} />
        {open === 'phrases' && <PhrasesForm topic={topic} close={close} />}
        {open === 'withdraw' && <WithdrawForm topic={topic} close={close} />}
      </Stack>
    </Panel>
  );
}
