import { writeNumber } from '../number.ts';
import { pluralEn } from '../plural.ts';
import type { NeighbourTexts } from '../ru/neighbours.ts';

const KILOMETRE = 1000;
const away = (metres: number): string =>
  metres < KILOMETRE
    ? `${writeNumber(metres, 'en')}\u00a0m`
    : `${writeNumber(metres / KILOMETRE, 'en')}\u00a0km`;

export const neighbours: NeighbourTexts = {
  title: 'This seems to have been reported',
  lead: 'See whether it is what you are writing about. We take your message in any case: it gets a number and an answer of its own.',
  count: (n) => pluralEn(n, 'neighbour has reported it', 'neighbours have reported it'),
  states: {
    open: 'not solved yet',
    in_work: 'being worked on',
    done: 'solved',
    disputed: 'residents do not agree that it is solved',
  },
  answerBy: (day) => `an answer is promised by ${day}`,
  scheduled: (day) => `work is planned for ${day}`,
  metres: (n) => (n < 10 ? 'at this very place' : `${away(n)} from the place named`),
  noTopic: 'A problem nearby',
  yours: 'Your message',
  notSent: 'One step is left: the message is not sent yet. Choose what fits.',
  same: 'Send: it is the same problem',
  other: 'Send: it is another problem',
  join: 'I see it too',
  leave: 'Undo',
  joined: 'Noted: you report the same problem. Describe what you see and send it.',
  left: 'Not noted any more: your message is about another problem.',
  found: (n) => `${pluralEn(n, 'similar problem', 'similar problems')} nearby`,
  foundNone: 'No similar problems nearby any more',
  photosKept: (n) => `Photos kept: ${n}`,
  desk: {
    title: 'Already reported nearby',
    none: 'No similar open problems nearby',
    wait: 'Type what happened and where: similar open problems will appear here.',
    noPlace: 'The place is not known yet, so nothing was looked for. Name the street and the house.',
    failed: 'Similar problems did not load',
    failedHint: 'The message can be registered all the same.',
    again: 'Look again',
    same: 'The same problem',
    notSame: 'Undo',
    chosen: 'The message will join this problem; the resident gets a number and an answer of their own',
    open: (number) => `Open case ${number} in a new tab`,
    last: (moment) => `last ${moment}`,
  },
};
