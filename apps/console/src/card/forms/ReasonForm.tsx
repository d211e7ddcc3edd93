import { Textarea } from '@mantine/core';
import type { CallResult } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { reopen, sendBack } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';

interface WithReasonProps<E extends Endpoint> {
  /** What the kept words are called. */
  readonly name: string;
  readonly words: {
    readonly button: string;
    readonly submit: string;
    readonly reason: string;
    readonly reasonHint?: string;
  };
  readonly run: (
    params: { readonly appealId: string },
    body: { version: number; reason: string },
  ) => Promise<CallResult<E>>;
  readonly close: () => void;
}

/** One change of the card that wants a reason; the words are kept until it is made. */
function WithReason<E extends Endpoint>({ name, words, run, close }: WithReasonProps<E>) {
  const { card } = useOpenCard();
  const act = useCardAct();
  const [reason, setReason, forget] = useKeptText(`${card.id}.${name}`);
  const submit = async () => {
    const params = { appealId: card.id };
    if (!(await act.run((version) => run(params, { version, reason: reason.trim() })))) return;
    forget();
    close();
  };
  return (
    <ActForm
      label={words.button}
      submitLabel={words.submit}
      act={act}
      canSubmit={reason.trim() !== ''}
      submit={() => void submit()}
      cancel={close}
    >
      <Textarea
        label={words.reason}
        {...(words.reasonHint === undefined ? {} : { description: words.reasonHint })}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}

/** Not ours: back to the coordinator with a reason. */
export const SendBackForm = ({ close }: { close: () => void }) => (
  <WithReason<typeof sendBack>
    name="send-back"
    words={useTexts().actions.sendBack}
    run={(params, body) => call(sendBack, { params, body })}
    close={close}
  />
);

/** Back to work with a reason. */
export const ReopenForm = ({ close }: { close: () => void }) => (
  <WithReason<typeof reopen>
    name="reopen"
    words={useTexts().actions.reopen}
    run={(params, body) => call(reopen, { params, body })}
    close={close}
  />
);
