import { Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Notice } from '#ui/components/Notice.tsx';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useMay } from '../app/session.ts';
import { percent } from '../card/percent.ts';
import { useTrial, type Trial } from './use-topics.ts';

/** Of phrases recognised by the others fewer than this share: they may be several topics. */
const alikeShare = 0.6;

/** The surest cases; whoever may not read cases is given none. */
function Examples({ examples }: { examples: Trial['examples'] }) {
  const { topics: t } = useTexts();
  const names = useNames();
  return (
    <ScrollRegion label={t.examples} maxHeight={320}>
      <Table miw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.example.number}</Table.Th>
            <Table.Th>{t.example.words}</Table.Th>
            <Table.Th>{t.example.topic}</Table.Th>
            <Table.Th ta="right">{t.example.confidence}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {examples.map(({ appealId, number, excerpt, topic, confidence }) => (
            <Table.Tr key={appealId}>
              <Table.Td>
                <Link to="/queue/$appealId" params={{ appealId }} search={{ view: 'all', order: 'urgent' }}>
                  {number}
                </Link>
              </Table.Td>
              <Table.Td>{excerpt}</Table.Td>
              <Table.Td>{names.topic(topic) ?? t.noTopic}</Table.Td>
              <Table.Td ta="right">{t.percent(percent(confidence))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Text size="sm">
      <Text span c="dimmed" inherit>
        {title}:
      </Text>{' '}
      {lines.join('; ')}
    </Text>
  );
}

/** What a topic with these phrases would have changed in the latest cases. */
export function TopicTrial({ code, phrases }: { code: string | null; phrases: readonly string[] }) {
  const { topics: t, register } = useTexts();
  const names = useNames();
  const mayRead = useMay()('appeal.read');
  const loaded = useTrial(code, phrases);
  if (loaded.status === 'loading') return <Skeleton h={120} role="status" aria-label={t.trialLoading} />;
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} retry={loaded.retry} />;
  const { looked, taken, offered, recognised, phrases: all, phrasesAre, takenFrom, examples } = loaded.value;
  const named = (topic: string | null): string => names.topic(topic) ?? t.noTopic;
  return (
    <Stack component="section" gap={8} aria-label={t.trialTitle}>
      <Title order={4} fz="sm">
        {t.trialTitle}
      </Title>
      {looked === 0 ? (
        <Text>{t.trialNone}</Text>
      ) : (
        <Text>
          {taken === 0 ? t.takenNone(looked) : t.taken(taken, looked)} {offered > 0 && t.offered(offered)}
        </Text>
      )}
      <Text>{t.recognised(recognised, all)}</Text>
      {recognised < all * alikeShare && <Notice tone="warn">{t.recognisedFew}</Notice>}
      <Lines
        title={t.phrasesAre}
        lines={phrasesAre.map(({ topic, phrases: n }) => t.count(named(topic), n))}
      />
      <Lines title={t.takenFrom} lines={takenFrom.map(({ topic, cases }) => t.count(named(topic), cases))} />
      {examples.length > 0 && <Examples examples={examples} />}
      {taken > 0 && !mayRead && (
        <Text size="sm" c="dimmed">
          {register.examplesHidden}
        </Text>
      )}
    </Stack>
  );
}
