import { Stack, Text } from '@mantine/core';
import { Panel } from '#ui/components/Panel.tsx';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useTime } from '../app/use-time.ts';
import { useOpenCard, type Card } from './use-card.ts';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** The sentence behind a decision, in the language of the screen. */
export function useExplanation(): (
  explanation: Pick<Card['responsible']['explanation'], 'code' | 'params'>,
) => string {
  const { explanations, explanationUnknown } = useTexts();
  const { day } = useTime();
  return ({ code, params }) => {
    const spoken = Object.entries(params).map(([name, word]) => [name, isoDay.test(word) ? day(word) : word]);
    return explanations[code]?.(Object.fromEntries(spoken)) ?? explanationUnknown;
  };
}

/** Who answers for it and a sentence why, which a person can check. */
export function ResponsiblePanel() {
  const { responsible: t } = useTexts().card;
  const { responsible } = useOpenCard().card;
  const names = useNames();
  const explain = useExplanation();
  const authority = names.authority(responsible.authorityId);
  const executor = names.executor(responsible.authorityId, responsible.executorId);
  return (
    <Panel
      level={3}
      title={t.title}
      aside={
        responsible.hops > 0 && (
          <Text size="xs" c={responsible.hops >= 2 ? 'warn' : 'dimmed'}>
            {t.hops(responsible.hops)}
          </Text>
        )
      }
    >
      <Stack gap={4}>
        <Text fw={500}>{authority?.name ?? t.none}</Text>
        {executor !== null && <Text size="sm">{t.executor(executor)}</Text>}
        <Text size="xs" c="dimmed">
          {explain(responsible.explanation)}
        </Text>
        {responsible.explanation.second !== undefined && (
          <Text size="xs" c="warn">
            {explain(responsible.explanation.second)}
          </Text>
        )}
        {responsible.note !== null && <Text size="xs">{t.note(responsible.note)}</Text>}
      </Stack>
    </Panel>
  );
}
