import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { fewestPhrases } from '#centre/rules/own-topic.ts';
import { addTopic } from '#contract/topics.ts';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useKeptText } from '../app/kept-text.ts';
import { useLanguage, useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useAct } from '../app/use-act.ts';
import { topicOptions } from '../queue/topic-options.ts';
import { TopicTrial } from './TopicTrial.tsx';
import {
  hasEnough,
  missingOf,
  phrasesOf,
  readTyped,
  topicFrom,
  writeTyped,
  type TypedTopic,
} from './typed-topic.ts';
import { useTopicsChanged } from './use-topics.ts';

/** Where the unfinished form is kept. */
export const keptTopic = 'topic.new';
const missingId = 'topic-missing';

/** Phrases, one a line, with how many are still missing. */
export function PhrasesField({ value, change }: { value: string; change: (value: string) => void }) {
  const { topics: t } = useTexts();
  return (
    <Textarea
      label={t.phrases}
      description={t.phrasesHint(fewestPhrases)}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      autosize
      minRows={8}
      maxRows={20}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

interface FieldProps {
  readonly typed: TypedTopic;
  readonly change: (typed: TypedTopic) => void;
}

function Fields({ typed, change }: FieldProps) {
  const { topics: t, console: shell } = useTexts();
  const { all } = useNames();
  const language = useLanguage();
  const field = (name: 'name' | 'nameEn' | 'belongs' | 'doesNotBelong') => ({
    label: t[name],
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...field('name')} description={t.nameHint} maxLength={120} />
        <TextInput {...field('nameEn')} description={t.nameEnHint} maxLength={120} />
      </SimpleGrid>
      <Select
        label={t.like}
        description={t.likeHint}
        placeholder={shell.form.search}
        nothingFoundMessage={shell.form.nothingFound}
        searchable
        allowDeselect={false}
        limit={100}
        data={topicOptions(all, language)}
        value={typed.like}
        onChange={(like) => change({ ...typed, like })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...field('belongs')} maxLength={500} />
        <TextInput {...field('doesNotBelong')} maxLength={500} />
      </SimpleGrid>
      <PhrasesField value={typed.phrases} change={(phrases) => change({ ...typed, phrases })} />
    </>
  );
}

/** How many different phrases there are, and the way to try them. */
export function PhrasesCount({
  typed,
  tried,
  tryThem,
}: {
  typed: string;
  tried: boolean;
  tryThem: () => void;
}) {
  const { topics: t } = useTexts();
  return (
    <Group gap="sm">
      <Button variant="default" disabled={!hasEnough(typed) || tried} onClick={tryThem}>
        {t.try}
      </Button>
      <span role="status">{t.phrasesCount(phrasesOf(typed).length, fewestPhrases)}</span>
    </Group>
  );
}

/** What is still missing, beside the grey button. */
function Missing({ typed }: { typed: TypedTopic }) {
  const { topics: t } = useTexts();
  const missing = missingOf(typed);
  if (missing.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" id={missingId}>
      {t.missing(missing.map((field) => t[field]))}
    </Text>
  );
}

/** A new topic: words, phrases, the trial on the past, and the button that puts it in use. */
export function TopicForm({ close }: { close: () => void }) {
  const { topics: t, console: shell } = useTexts();
  const act = useAct();
  const changed = useTopicsChanged();
  const [kept, keep, forget] = useKeptText(keptTopic);
  const [tried, setTried] = useState<readonly string[] | null>(null);
  const typed = readTyped(kept);
  const topic = topicFrom(typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (topic === null) return;
    const result = await act.run(() => call(addTopic, { body: topic }));
    if (result?.ok !== true) return;
    forget();
    notifications.show({ message: t.added(topic.name) });
    close();
    changed();
  };
  return (
    <Panel title={t.formTitle}>
      <Stack component="form" gap="md" onSubmit={(event: FormEvent) => void submit(event)}>
        <Fields typed={typed} change={(next) => keep(writeTyped(next))} />
        <PhrasesCount
          typed={typed.phrases}
          tried={tried?.join('\n') === phrasesOf(typed.phrases).join('\n')}
          tryThem={() => setTried(phrasesOf(typed.phrases))}
        />
        {tried !== null && <TopicTrial code={null} phrases={tried} />}
        {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
        <Group gap="xs">
          <Button
            type="submit"
            disabled={topic === null}
            aria-describedby={missingId}
            loading={act.state.status === 'running'}
          >
            {t.save}
          </Button>
          <Button variant="default" onClick={close}>
            {shell.form.cancel}
          </Button>
        </Group>
        <Missing typed={typed} />
      </Stack>
    </Panel>
  );
}
