import { Button, Group, Text } from '@mantine/core';
import { undoProblemMerge } from '#contract/same-problem.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import { useTime } from '../app/use-time.ts';
import { useOpenCard, type Card, type CardAct } from './use-card.ts';

/** Problems put into this one whole; each can be taken out again. */
export function Merges({ act, merges }: { act: CardAct; merges: NonNullable<Card['incident']>['merges'] }) {
  const { incident: t } = useTexts().card;
  const { card } = useOpenCard();
  const { moment } = useTime();
  const may = useMay();
  const undo = (mergeId: string) => (version: number) =>
    call(undoProblemMerge, { params: { appealId: card.id }, body: { version, mergeId } });
  return merges.map((one) => (
    <Group key={one.id} justify="space-between" gap={4}>
      <Text size="xs">{t.merged(one.appeals, moment(one.at))}</Text>
      {may('appeal.merge') && (
        <Button
          size="compact-xs"
          variant="default"
          disabled={act.state.status === 'running'}
          onClick={() => void act.run(undo(one.id))}
        >
          {t.undoMerge}
        </Button>
      )}
    </Group>
  ));
}
