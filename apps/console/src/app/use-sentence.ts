import { failureSentence } from '#texts/failure-sentence.ts';
import type { CallFailure } from './call.ts';
import { useTexts } from './language.ts';
import { useTime } from './use-time.ts';

/** Turns a failed call into a sentence a person understands; never a code. */
export function useSentence(): (failure: CallFailure) => string {
  const { failures, beyondFailures } = useTexts();
  const { moment } = useTime();
  return (failure) => {
    if (failure.code === 'no_connection') return beyondFailures.no_connection;
    if (failure.code === 'server_error') return beyondFailures.server_error(failure.number);
    return failureSentence(failures, failure, { moment });
  };
}
