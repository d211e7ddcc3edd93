import { pluralEn } from '../plural.ts';
import type { PortalTexts } from '../ru/portal.ts';

export const portalCase: PortalTexts['case'] = {
  title: (number) => `Message ${number}`,
  registered: (when) => `Sent ${when}`,
  secretNotice: 'Only you and those you gave the link to can see this page.',

  steps: {
    title: 'Where it is now',
    received: 'Received',
    checking: 'Being checked',
    forwarded: 'Handed over',
    in_work: 'In work',
    answered: 'Answer',
    fixed: 'Fixed',
    fixedQuestion: 'Fixed?',
    done: 'passed',
    now: 'now here',
    ahead: 'ahead',
  },

  now: {
    who: 'Who is dealing with it',
    whoNobody: 'Still us: we are deciding whom to give it to.',
    whoSince: (when) => `since ${when}`,
    when: 'When the answer comes',
    whenBy: (until) => until,
    whenOverdue: (day) => `The answer was due ${day}`,
    whenNone: 'The date appears when we hand it over.',
    whenAnswered: 'Already answered',
    whenPaused: 'The clock is stopped: we are waiting for your reply to the question.',
    done: 'What has been done',
    neighbours: (n) => `${pluralEn(n, 'more neighbour has', 'more neighbours have')} reported the same.`,
  },

  kindState: {
    considered: 'The suggestion was considered',
    supported: 'The suggestion is supported',
    not_supported: 'The suggestion is not supported, the reason is in the answer',
    planned: 'The suggestion is planned',
    done: 'The suggestion is carried out',
    explained: 'The question is answered',
    passed_on: 'The thanks were passed on',
  },
  problem: {
    unconfirmed: 'We are checking what happened.',
    confirmed: 'The problem is confirmed.',
    in_work: 'The problem is being worked on.',
    scheduled: (day) => (day ? `They promise to fix it by ${day}.` : 'The repair is scheduled.'),
    needs_money: (sum, day) =>
      [
        sum === null
          ? 'There is no money for it yet.'
          : `Money is needed: about ${pluralEn(sum, 'rouble', 'roubles')}.`,
        day === null ? '' : `They will come back to it on ${day}.`,
      ]
        .filter(Boolean)
        .join(' '),
    fixed_reported: 'They report that it is fixed. Please check.',
    fixed_confirmed: 'Fixed, residents confirmed it.',
    verified_on_site: 'Fixed, we checked on the spot.',
    disputed: 'Residents say it is not fixed. We go on.',
    refused: 'It will not be fixed.',
    outside_powers: (body) =>
      body ? `This is decided by ${body}; the message was sent there.` : 'Another body decides this.',
    reason: 'Why',
  },

  withdrawn: (when) => `You withdrew the message ${when}. We no longer work on it.`,

  own: {
    title: 'What you wrote',
    place: 'Place',
    noPlace: 'No place',
    topic: 'Topic',
    photo: (n, total) => `Your photo ${n} of ${total}`,
    photoWaiting: 'The photo is being checked',
  },

  question: {
    title: 'You have a question to answer',
    by: (body, when) => `Asked by ${body}, ${when}`,
    paused: 'The clock does not run while we wait for your reply.',
    field: 'Your reply',
    submit: 'Reply',
  },

  answers: {
    title: 'Answers',
    none: 'No answer yet. It will appear here, and we will write to you if you left an e-mail.',
    interim: 'Interim answer',
    final: 'Answer',
    by: (body, when) => `${body}, ${when}`,
    photo: (n, total) => `Photo ${n} of ${total} to the answer`,
    promise: (day) => `Promise: ${day}. On that day we will ask you whether it was kept.`,
    resolution: {
      fixed: 'Fixed',
      partly_fixed: 'Partly fixed',
      scheduled: 'Scheduled',
      explained: 'Explained',
      refused: 'Refused with reasons',
      forwarded: 'Handed to another body',
    },
  },

  confirm: {
    title: 'Is it really fixed?',
    lead: (until) => `You see it yourself, so you decide. Please reply ${until}.`,
    yes: 'Yes, it is fixed',
    no: 'No, it is not',
    reason: 'What is wrong',
    reasonHint: 'In short: what is left or was done badly.',
    photos: 'Photos',
    submit: 'Return to work',
  },

  rate: {
    title: 'Rate',
    answer: 'The answer: clear, to the point, in time?',
    fix: 'The solution: how well was it really done?',
    scale: ['very bad', 'bad', 'so-so', 'good', 'excellent'],
    submit: 'Give the rating',
    given: (answer, fix) =>
      `Your rating: ${[
        answer === null ? '' : `answer ${answer} of 5`,
        fix === null ? '' : `solution ${fix} of 5`,
      ]
        .filter(Boolean)
        .join(', ')}`,
  },

  write: {
    title: 'Add something',
    lead: 'A new detail, a question, an objection: those who work on it will see it.',
    field: 'Your message',
    photos: 'Photos',
    submit: 'Send',
  },

  reopen: {
    title: 'Is the problem still there, or back again?',
    lead: 'Write what is wrong and we will take it up again. A new deadline begins.',
  },

  declined: {
    title: 'We did not take this for work',
    why: {
      spam: 'The message looks like an advertisement.',
      not_a_problem: 'We found neither a request nor a question in it.',
      no_facts: 'There were too few details to understand what happened and where.',
      other_language: 'We could not read the language of the message.',
      withdrawn: 'You withdrew the message.',
    },
    lead: 'If we are wrong, write why: another person will read the message.',
    field: 'Why it should be taken for work',
    submit: 'Object',
  },

  withdraw: {
    title: 'Withdraw the message',
    lead: 'If it solved itself or you changed your mind. We stop working; it cannot be undone, but you can write a new message.',
    submit: 'Withdraw',
  },

  history: {
    title: 'What happened',
    received: 'The message was received',
    accepted: 'Read and taken into work',
    routed: (to) => `Handed to ${to}`,
    forwarded: (from, to) => `Handed on to ${to} (before: ${from}). The date stays the same`,
    work_started: (by) => `${by} started work`,
    extended: (until) => `The date was moved to ${until}`,
    extendedWhy: 'Reason',
    question_asked: (by) => `${by} asked you a question`,
    question_answered: 'You answered the question',
    message_added: 'You added a message',
    joined: (n) => `${pluralEn(n, 'similar message', 'similar messages')} from neighbours joined`,
    answered_interim: (by) => `${by} gave an interim answer`,
    answered_final: (by) => `${by} answered`,
    scheduled: (day) => `The repair is scheduled for ${day}`,
    fixed_reported: (by) => `${by} reported that it is fixed`,
    confirmed: 'You confirmed that it is fixed',
    disputed: 'You said it is not fixed. Returned to work',
    verified_on_site: 'Checked on the spot: fixed',
    rated: 'You gave a rating',
    contacts_seen: (by) => `${by} looked at your contacts`,
    withdrawn: 'You withdrew the message',
    declined: 'Not taken for work',
    objected: 'You objected. Another person will read the message',
    why: 'Why',
  },

  done: {
    replied: 'Your reply is passed on. The clock runs again.',
    written: 'Added. They will see it.',
    confirmed: 'Thank you! Marked as fixed.',
    disputed: 'Understood. Returned to work with your words.',
    rated: 'The rating is recorded. Thank you.',
    withdrawn: 'The message is withdrawn.',
    objected: 'Your objection is passed on. Another person will read the message.',
    changed: 'While the page was open, things changed. This is how they stand now.',
  },
};
