import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '#ui/components/EmptyState.tsx';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { isKept } from '../app/kept-text.ts';
import { useTexts } from '../app/language.ts';
import { usePageTitle } from '../app/page-title.ts';
import { useMay } from '../app/session.ts';
import { OwnTopicPanel } from './OwnTopicPanel.tsx';
import { keptTopic, TopicForm } from './TopicForm.tsx';
import { useOwnTopics } from './use-topics.ts';

function OwnTopics({ mayEdit }: { mayEdit: boolean }) {
  const { topics: t, console: shell } = useTexts();
  const loaded = useOwnTopics();
  if (loaded.status === 'loading') return <Skeleton h={160} role="status" aria-label={shell.loading} />;
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} retry={loaded.retry} />;
  if (loaded.value.length === 0) return <EmptyState text={t.ownEmpty} hint={t.ownEmptyHint} />;
  return loaded.value.map((topic) => (
    <Paper key={topic.code} withBorder>
      <OwnTopicPanel topic={topic} mayEdit={mayEdit} />
    </Paper>
  ));
}

/** Topics the region added itself, and the way to add one more. */
export function TopicsPage() {
  const { topics: t } = useTexts();
  const mayEdit = useMay()('topics.edit');
  const [isNew, setNew] = useState(false);
  usePageTitle(t.title);
  return (
    <Stack maw={1100} px={{ base: 'md', sm: 24 }} py="md" gap="xl">
      <div>
        <Title order={1}>{t.title}</Title>
        <Text c="dimmed" maw="75ch">
          {t.lead}
        </Text>
      </div>
      {isNew && (
        <Paper withBorder>
          <TopicForm close={() => setNew(false)} />
        </Paper>
      )}
      <Stack component="section" gap="sm" aria-labelledby="own-topics">
        <Group justify="space-between">
          <Title order={2} id="own-topics">
            {t.ownTitle}
          </Title>
          {mayEdit && !isNew && (
            <Button onClick={() => setNew(true)}>{isKept(keptTopic) ? t.goOn : t.add}</Button>
          )}
        </Group>
        <OwnTopics mayEdit={mayEdit} />
      </Stack>
    </Stack>
  );
}
