import { Text } from '@mantine/core';
import { Panel } from '#ui/components/Panel.tsx';
import { useTexts } from '../app/language.ts';
import { useOpenCard } from './use-card.ts';

/** What the resident thinks of the answer and of the fix, apart. */
export function RatingsPanel() {
  const { ratings: t } = useTexts().card;
  const { ratings } = useOpenCard().card;
  if (ratings.answer === null && ratings.fix === null) return null;
  return (
    <Panel level={3} title={t.title}>
      {ratings.answer !== null && <Text size="sm">{t.answer(ratings.answer)}</Text>}
      {ratings.fix !== null && <Text size="sm">{t.fix(ratings.fix)}</Text>}
    </Panel>
  );
}
