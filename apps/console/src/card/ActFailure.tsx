import { Notice } from '#ui/components/Notice.tsx';
import { useTexts } from '../app/language.ts';
import type { ActState } from '../app/use-act.ts';
import { useSentence } from '../app/use-sentence.ts';

/** Why a change was not made. Someone else's change offers to go on with what was typed. */
export function ActFailure({ act }: { act: { readonly state: ActState; reload(): void } }) {
  const { card } = useTexts();
  const sentence = useSentence();
  if (act.state.status !== 'failed') return null;
  const { failure } = act.state;
  const isOutdated = failure.code === 'stale_version' || failure.code === 'move_not_allowed';
  return (
    <Notice
      tone={failure.code === 'stale_version' ? 'warn' : 'bad'}
      action={isOutdated ? { label: card.stale, run: act.reload } : undefined}
    >
      {sentence(failure)}
    </Notice>
  );
}
