import { Badge, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { notices } from '#contract/centre.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { Notice } from '#ui/components/Notice.tsx';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { read } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { loadedOf } from '../app/loaded.ts';
import { Moment } from '../app/Moment.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { useMay } from '../app/session.ts';
import { ChannelName } from '../queue/ChannelName.tsx';
import { RawInputs } from './RawInputs.tsx';

type Whole = SuccessOf<typeof notices>;
type One = Whole['notices'][number];

/** A notice in words: what is wrong and what to do. */
function useNoticeWords(): (notice: One) => string {
  const { notices: t } = useTexts().administration;
  return (notice) => {
    switch (notice.code) {
      case 'calendar_provisional':
      case 'calendar_missing':
        return t[notice.code](notice.year);
      case 'channel_misconfigured':
        return t.channel_misconfigured(notice.account);
      case 'inputs_not_understood':
      case 'deliveries_waiting':
        return t[notice.code](notice.count);
    }
  };
}

function Notices({ list }: { list: Whole['notices'] }) {
  const { administration: t } = useTexts();
  const write = useNoticeWords();
  return (
    <Stack component="section" gap="sm" aria-labelledby="notices">
      <Title order={2} id="notices">
        {t.noticesTitle}
      </Title>
      {list.length === 0 && <Text c="dimmed">{t.noticesEmpty}</Text>}
      {list.map((notice) => (
        <Notice key={JSON.stringify(notice)} tone={notice.code === 'calendar_provisional' ? 'brand' : 'warn'}>
          {write(notice)}
          {notice.code === 'channel_misconfigured' && (
            <Text size="xs" c="dimmed">
              {t.detail(notice.detail)}
            </Text>
          )}
        </Notice>
      ))}
    </Stack>
  );
}

function Channels({ list }: { list: Whole['channels'] }) {
  const { administration: t } = useTexts();
  return (
    <Stack component="section" gap="sm">
      <Title order={2} id="channels">
        {t.channelsTitle}
      </Title>
      {list.length === 0 ? (
        <Text c="dimmed">{t.channelsEmpty}</Text>
      ) : (
        <ScrollRegion label={t.channelsTitle}>
          <Table miw={520}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.channel}</Table.Th>
                <Table.Th>{t.account}</Table.Th>
                <Table.Th>{t.state}</Table.Th>
                <Table.Th>{t.last}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((channel) => (
                <Table.Tr key={channel.key}>
                  <Table.Td>
                    <ChannelName channel={channel.channel} />
                  </Table.Td>
                  <Table.Td>{channel.name}</Table.Td>
                  <Table.Td>
                    <Badge color={channel.isEnabled ? 'good' : 'quiet'}>
                      {channel.isEnabled ? t.isOn : t.isOff}
                    </Badge>
                  </Table.Td>
                  <Table.Td>
                    {channel.lastMessageAt === null ? t.never : <Moment at={channel.lastMessageAt} />}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </Stack>
  );
}

/** What needs an administrator today. */
export function AdministrationPage() {
  const { administration: t, console: shell } = useTexts();
  usePageTitle(t.title);
  const may = useMay();
  const query = useQuery({ queryKey: ['notices'], queryFn: () => read(notices, {}) });
  const loaded = loadedOf(query);
  return (
    <Stack maw={960} p="md" gap="xl">
      <Title order={1}>{t.title}</Title>
      {loaded.status === 'loading' && (
        <Stack role="status" aria-label={shell.loading}>
          <Skeleton h={56} />
          <Skeleton h={160} />
        </Stack>
      )}
      {loaded.status === 'failed' && <FailureNotice failure={loaded.failure} retry={loaded.retry} />}
      {loaded.status === 'ready' && (
        <>
          <Notices list={loaded.value.notices} />
          <Channels list={loaded.value.channels} />
        </>
      )}
      {may('raw.read') && <RawInputs />}
    </Stack>
  );
}
