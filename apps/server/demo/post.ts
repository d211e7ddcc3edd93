import type { SendOutcome } from '#kernel/channel.ts';
import type { DemoMessage } from '#data/demo/history.ts';
import type { PastLetter } from '#flow/answer/acts/record-past.ts';
import type { OutgoingLetter } from '#flow/answer/acts/queue-delivery.ts';
import { demoCommunity } from './accounts.ts';
import { chanceOf, staffId, type Teller, type Told } from './telling.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Letters younger than this may have a trouble that nobody has settled yet. */
const RECENT = 40 * HOUR;
/** Words of the community in the demo network begin here. */
const FIRST_WORD = 5_000_000;

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** A letter of the past with what became of it: most arrived at once, a few of the last ones wait for a person. */
export function pastLetter(teller: Teller, told: Told, letter: OutgoingLetter, at: Date): PastLetter {
  teller.post.letters += 1;
  const count = teller.post.letters;
  if (told.message.channel === 'desk') return carriedByHand(teller, told, letter, at);
  const trouble = later(at, RECENT) > teller.until ? recentTrouble(told.message.channel, count) : null;
  const sentAt = later(at, 2000 + (count % 7) * 900);
  if (trouble !== null) return { ...letter, at, attempts: [{ at: sentAt, outcome: trouble }], byHand: null };
  const arrived = { kind: 'sent', externalId: wordOf(told, count) } as const;
  const attempts =
    count % 67 === 0 && told.message.channel !== 'portal'
      ? [
          { at: sentAt, outcome: { kind: 'retry', afterSeconds: 60 } as const },
          { at: later(sentAt, MINUTE), outcome: arrived },
        ]
      : [{ at: sentAt, outcome: arrived }];
  return { ...letter, at, attempts, byHand: null };
}

/** Whoever came or called is told by a person, on the same day if there is time. */
function carriedByHand(teller: Teller, told: Told, letter: OutgoingLetter, at: Date): PastLetter {
  const toldAt = later(at, (20 + (chanceOf(told.message.key) % 180)) * MINUTE);
  const { municipality } = told.message.truth;
  return {
    ...letter,
    at,
    attempts: [{ at: later(at, 2000), outcome: { kind: 'manual' } }],
    byHand:
      toldAt > teller.until
        ? null
        : { staffId: staffId(teller, teller.desk.operatorOf(municipality)), at: toldAt },
  };
}

function recentTrouble(channel: DemoMessage['channel'], count: number): SendOutcome | null {
  if (channel === 'portal') return null;
  if (channel === 'email') return count % 2 === 0 ? { kind: 'retry', afterSeconds: 6 * 3600 } : null;
  if (count % 41 === 0) return { kind: 'uncertain' };
  return count % 43 === 0 ? { kind: 'undeliverable', reason: 'blocked' } : null;
}

/** What the channel called our words. */
function wordOf({ message, appealId }: Told, count: number): string {
  switch (message.channel) {
    case 'vk_private':
      return `message_${FIRST_WORD + count}`;
    case 'vk_wall':
      return `comment_-${demoCommunity}_${FIRST_WORD + count}`;
    case 'email':
      return `${appealId}.${count}@yasnozersky.example`;
    case 'portal':
    case 'desk':
      return `${appealId}.${count}`;
  }
}
