import type { IncomingMessage } from '#kernel/channel.ts';
import type { DemoMessage } from '#data/demo/history.ts';
import type { PreparedMessage } from '#flow/intake/acts/receive-messages.ts';
import { demoAccounts, demoCommunity } from './accounts.ts';
import { chanceOf } from './telling.ts';
import type { Pictures } from './pictures.ts';

/** Numbers of the demo network for people and words of the past; new ones begin far above. */
const FIRST_RESIDENT = 700_000_000;
const FIRST_WORD = 100_000;
/** Posts of the community that people comment on. */
const POSTS = 2;

const numberIn = (key: string): number => Number(key.slice(1));

/** The demo network's number of an author. */
export const vkIdOf = (author: DemoMessage['author']): number => FIRST_RESIDENT + numberIn(author.key);

/** The account a message of the demonstration comes by. */
export const accountOf = ({ channel }: Pick<DemoMessage, 'channel'>): number =>
  channel === 'vk_private' || channel === 'vk_wall' ? demoAccounts.vk : demoAccounts[channel];

type Envelope = Pick<IncomingMessage, 'externalId' | 'threadKey' | 'address' | 'author'>;

/** As the connector of the channel would have read it. `word` numbers the words of one network. */
function envelopeOf(message: DemoMessage, word: number): Envelope {
  const { channel, key, author } = message;
  const vkId = vkIdOf(author);
  switch (channel) {
    case 'vk_private':
      return {
        externalId: `message_${word}`,
        threadKey: `dialogue_${vkId}`,
        address: { kind: 'dialogue', peerId: vkId },
        author: { externalId: String(vkId), name: null },
      };
    case 'vk_wall': {
      const postId = (chanceOf(key) % POSTS) + 1;
      return {
        externalId: `comment_-${demoCommunity}_${word}`,
        threadKey: `wall_-${demoCommunity}_${postId}_${word}_${vkId}`,
        address: { kind: 'wall', ownerId: -demoCommunity, postId, commentId: word, branchId: word },
        author: { externalId: String(vkId), name: null },
      };
    }
    case 'email':
      return {
        externalId: `${key}@example.org`,
        threadKey: `letter_${key}`,
        address: {
          kind: 'letter',
          to: author.email,
          messageId: `${key}@example.org`,
          references: '',
          subject: message.subject ?? '',
        },
        author: { externalId: author.email, name: author.fullName },
      };
    case 'portal':
    case 'desk':
      return {
        externalId: `demo-${key}`,
        threadKey: `demo-${key}`,
        address: {},
        author: { externalId: null, name: author.fullName },
      };
  }
}

/** A message of the demonstration on its way in. External ids are stable: the same message is never taken twice. */
export function incoming(message: DemoMessage, pictures: Pictures): PreparedMessage {
  const { channel, subject, text, sentAt, isPublic, geotag, photo, author } = message;
  const envelope = envelopeOf(message, FIRST_WORD + numberIn(message.key) * 10);
  return {
    message: {
      ...envelope,
      isPublic,
      text: subject === null ? text : `${subject}\n\n${text}`,
      sentAt,
      files: [],
      point: geotag === null ? null : { lat: geotag[1], lon: geotag[0] },
      inReplyTo: null,
      namesCase: null,
      isAutomatic: false,
    },
    files:
      photo === null ? [] : [{ kind: 'kept', hash: pictures.hashOf(photo.subject, 'before', photo.seed) }],
    receivedAt: sentAt,
    address: null,
    contact: channel === 'portal' ? author.email : channel === 'desk' ? author.phone : null,
  };
}

/** What the author writes to us in the same thread later: an answer to our question. */
export function incomingReply(
  message: DemoMessage,
  reply: { readonly number: string; readonly text: string; readonly at: Date; readonly step: number },
): PreparedMessage {
  const first = envelopeOf(message, FIRST_WORD + numberIn(message.key) * 10);
  const { externalId } = envelopeOf(message, FIRST_WORD + numberIn(message.key) * 10 + reply.step);
  return {
    message: {
      ...first,
      externalId: externalId === first.externalId ? `${externalId}-${reply.step}` : externalId,
      isPublic: message.isPublic,
      text: reply.text,
      sentAt: reply.at,
      files: [],
      point: null,
      inReplyTo: null,
      namesCase: reply.number,
      isAutomatic: false,
    },
    files: [],
    receivedAt: reply.at,
    address: null,
    contact: null,
  };
}
