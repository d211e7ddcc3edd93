import { EmptyState } from '#ui/components/EmptyState.tsx';
import { useTexts } from '../app/language.ts';

/** The right side while no case is chosen. */
export function ChooseCard() {
  const { queue } = useTexts();
  return <EmptyState text={queue.choose} hint={queue.chooseHint} />;
}
