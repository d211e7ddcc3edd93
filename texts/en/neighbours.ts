import { pluralEn } from '../plural.ts';
import type { NeighbourTexts } from '../ru/neighbours.ts';

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
  metres: (n) => (n < 10 ? 'at this very place' : `${pluralEn(n, 'metre', 'metres')} from you`),
  noTopic: 'A problem nearby',
  yours: 'Your message',
  notSent: 'One step is left: the message is not sent yet. Choose what fits.',
  same: 'Send: it is the same problem',
  other: 'Send: it is another problem',
  join: 'I see it too',
  leave: 'Undo',
  joined: 'Noted: you report the same problem. Describe what you see and send it.',
  found: (n) => `${pluralEn(n, 'similar problem', 'similar problems')} nearby`,
  photosKept: (n) => `Photos kept: ${n}`,
  desk: {
    title: 'Already reported nearby',
    none: 'No similar open problems nearby',
    wait: 'Type what happened and where: similar open problems will appear here.',
    same: 'The same problem',
    notSame: 'Undo',
    chosen: 'The message will join this problem; the resident gets a number and an answer of their own',
    open: (number) => `Open card ${number} in a new tab`,
    last: (moment) => `last ${moment}`,
  },
};
