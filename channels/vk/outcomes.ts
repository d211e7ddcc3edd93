import type { SendOutcome } from '#kernel/channel.ts';

const retry = (afterSeconds: number): SendOutcome => ({ kind: 'retry', afterSeconds });
const undeliverable = (reason: 'blocked' | 'gone' | 'text_refused'): SendOutcome => ({
  kind: 'undeliverable',
  reason,
});
const manual: SendOutcome = { kind: 'manual' };

/**
 * What a refusal of VK means for the answer. Codes that are not here are an administrator's business
 * (`misconfigured`): nothing is resent on a refusal we do not understand.
 *
 * @source https://dev.vk.com/reference/errors and the errors of messages.send and wall.createComment there
 */
const outcomeOfCode: ReadonlyMap<number, SendOutcome> = new Map([
  // too fast, or broken on their side
  [1, retry(60)],
  [6, retry(2)],
  [9, retry(300)],
  [10, retry(60)],
  [22, retry(60)],
  [29, retry(3600)],
  [36, retry(60)],
  [105, retry(60)],
  [121, retry(60)],
  [223, retry(3600)],
  // they want a human being, or comments are closed to programs
  [14, manual],
  [15, manual],
  [24, manual],
  [212, manual],
  [213, manual],
  [225, manual],
  // the resident does not receive messages of the community
  [7, undeliverable('blocked')],
  [30, undeliverable('blocked')],
  [37, undeliverable('blocked')],
  [900, undeliverable('blocked')],
  [901, undeliverable('blocked')],
  [902, undeliverable('blocked')],
  [917, undeliverable('blocked')],
  // the resident, the post or the comment is no longer there
  [18, undeliverable('gone')],
  [104, undeliverable('gone')],
  [113, undeliverable('gone')],
  [210, undeliverable('gone')],
  [211, undeliverable('gone')],
  [927, undeliverable('gone')],
  [936, undeliverable('gone')],
  [945, undeliverable('gone')],
  // the text or a file of it will not do
  [129, undeliverable('text_refused')],
  [222, undeliverable('text_refused')],
  [910, undeliverable('text_refused')],
  [914, undeliverable('text_refused')],
]);

/** Code 100 names any wrong parameter; only the sentence tells whether it was the text. */
const badParameter = 100;

/** @param message VK's own sentence; it may quote what we sent, so it is read here and goes no further */
export function outcomeOfError(method: string, code: number, message: string): SendOutcome {
  if (code === badParameter && /\bmessage is\b|too long/i.test(message)) return undeliverable('text_refused');
  return outcomeOfCode.get(code) ?? { kind: 'misconfigured', detail: `VK error ${code} in ${method}` };
}

/** The call never reached VK: nothing was posted. */
export const unreached: SendOutcome = retry(30);

/** VK reached, reply lost, and VK itself drops the repeat. Soon, because it remembers for about an hour. */
export const repeatIsSafe: SendOutcome = retry(15);
