import { Notice } from '#ui/components/Notice.tsx';
import type { CallFailure } from './call.ts';
import { useTexts } from './language.ts';
import { useSentence } from './use-sentence.ts';

/** What went wrong, in words, with a way on. */
export function FailureNotice({ failure, retry }: { failure: CallFailure; retry?: () => void }) {
  const { failed } = useTexts().console;
  const sentence = useSentence();
  return (
    <Notice title={failed.title} action={retry && { label: failed.retry, run: retry }}>
      {sentence(failure)}
    </Notice>
  );
}
