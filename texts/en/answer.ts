import { pluralEn } from '../plural.ts';
import type { AnswerTexts } from '../ru/answer.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

export const answer: AnswerTexts = {
  title: 'Answer',
  none: 'No answer yet.',
  kind: { interim: 'Interim', final: 'Final' },
  kindLabel: 'What kind of answer',
  kindHint: {
    interim: 'Says what is being done. The deadline of the final answer goes on.',
    final: 'Settles the matter on its merits.',
  },
  state: {
    draft: 'Draft',
    on_approval: 'On approval',
    returned: 'Returned for rework',
    approved: 'Approved',
    withdrawn: 'Withdrawn',
  },
  text: 'Text of the answer',
  textHint: 'Say who did what, where and by what date. The resident gets it where they asked.',
  length: (n, limit) => `${n} of ${limit}`,
  resolution: 'Result',
  promisedOn: 'Done by what day',
  promisedHint: 'This is a promise: on that day we ask the resident whether it was kept.',
  moneySum: 'How much is needed, roubles',
  needsMoney: 'Needs money that is not there yet',
  reviewOn: 'When we come back to it',
  handedTo: 'Handed to whom',
  refusedWhy: 'Why refused',
  refusedHint: 'The resident reads this word for word.',
  proofLabel: 'Photos of the work',
  proofHint:
    'Before and after. Data about the shot is removed; the resident sees the pictures in the answer.',
  save: 'Save the draft',
  saved: (moment) => `Saved ${moment}`,
  unsaved: 'Not saved',
  kept: 'We brought back what you had not saved.',
  submit: 'Submit for approval',
  submitSoon: (seconds) => `Submitting in ${seconds}\u00a0s`,
  submitted: 'The answer went for approval',
  sentAtOnce: 'The answer was sent to the resident: this topic needs no approval',
  edit: 'Edit',
  createdBy: (name) => `written by ${name}`,
  approvedBy: (name, moment) => `approved by ${name}, ${moment}`,
  returnedBy: (name, moment) => `Returned by ${name}, ${moment}`,
  scheduledFor: (day) => `Promised: ${day}`,
  money: (sum, day) => `${sum} ₽ needed, back to it: ${day}`,
  handed: (name) => `Handed to: ${name}`,
  refused: (why) => `Reason of the refusal: ${why}`,

  check: {
    title: 'Text check',
    clean: 'No remarks.',
    checking: 'Checking…',
    failed: 'The check did not work; it does not stop you from sending.',
    levels: { note: 'Advice', warning: 'Please look', stop: 'Cannot be sent' },
    findings: {
      names_no_body: () => 'It does not say who is dealing with it. Name the body.',
      names_no_date: () => 'There is no date. Say by when.',
      too_short: () => 'Very short: the resident may not understand what was done.',
      copy_of_earlier: () => 'The text almost repeats an earlier answer. Write about this case.',
      fix_without_photo: () => 'Fixed, but there is no photo. Attach one taken after the work.',
      officialese: (words) =>
        words.length === 0
          ? 'Officialese. Say it plainly.'
          : `Officialese: ${quoted(words)}. Say it plainly.`,
      empty_promise: (words) =>
        words.length === 0
          ? 'A promise without a date. Name the day or leave it out.'
          : `A promise without a date: ${quoted(words)}. Name the day or leave it out.`,
      sends_elsewhere: (words) =>
        words.length === 0
          ? 'The resident asked for help and is sent elsewhere.'
          : `The resident asked for help and is sent on: ${quoted(words)}.`,
      personal_data: (words) =>
        words.length === 0
          ? 'The text holds somebody’s personal data. Remove it.'
          : `The text holds personal data: ${quoted(words)}. Remove it.`,
    },
    other: (words) =>
      words.length === 0
        ? 'Read the text with the resident’s eyes.'
        : `Read this part again: ${quoted(words)}.`,
  },

  returnReasons: {
    not_on_substance: 'Not on substance',
    no_proof: 'No proof of the work',
    personal_data: 'Personal data in the text',
    unclear_words: 'Unclear words',
    wrong_facts: 'Wrong facts',
    other: 'Other',
  },
  returnReason: 'What is wrong',
  returnNote: 'What to correct',
  returnSubmit: 'Return for rework',

  approvals: {
    title: 'Approvals',
    listLabel: 'Answers that wait for a decision',
    waiting: (n, isAll) =>
      `${isAll ? '' : 'more than '}${pluralEn(n, 'answer waits', 'answers wait')} for a decision`,
    empty: 'All answers are reviewed. New ones will appear here by themselves.',
    residentSaid: 'The resident wrote',
    weAnswer: 'We answer',
    proof: 'Executor’s photos',
    noProof: 'No photos from the executor',
    approve: 'Approve and send',
    approveSoon: (seconds) => `Sending in ${seconds}\u00a0s`,
    approved: (number) => `The answer of case ${number} is approved`,
    returned: (number) => `The answer of case ${number} is returned`,
    openCard: 'Open the case',
    notThere: 'This answer no longer waits for approval.',
    next: 'Next',
    previous: 'Previous',
    backToList: 'To the list',
    choose: 'Choose an answer on the left',
  },

  deliveries: {
    title: 'Sent to the resident',
    purpose: {
      registered: 'Receipt',
      question: 'Question to the resident',
      extended: 'Notice of extension',
      interim: 'Interim answer',
      final: 'Final answer',
      confirm_request: 'The question “Is it fixed?”',
      declined: 'Notice of declining',
    },
    state: {
      pending: 'waits to be sent',
      sending: 'being sent',
      sent: 'delivered',
      retry: 'retrying',
      uncertain: 'unknown whether it arrived',
      undeliverable: 'not delivered',
      misconfigured: 'channel not set up',
      manual: 'waits to be published by hand',
    },
    explain: {
      pending: 'It goes within a minute.',
      sending: 'It is being handed to the channel right now.',
      sent: 'The channel confirmed the publication.',
      retry: 'The channel does not answer for now. We retry by ourselves, there is nothing to do.',
      uncertain:
        'The connection broke at the moment of sending. Open the thread: if the message is there, mark “Arrived”, otherwise send again.',
      undeliverable:
        'The channel refused: the resident closed messages or deleted the post. The answer waits at their personal link.',
      misconfigured:
        'The channel is set up wrongly. The administrator sees it already; send again after the repair.',
      manual: 'No machine may publish here. Copy the text, publish it at the link and mark it.',
    },
    attempts: (n) => pluralEn(n, 'attempt', 'attempts'),
    sentByHand: 'Published by hand',
    arrived: 'Arrived',
    sendAgain: 'Send again',
    open: 'Open the thread',
    copy: 'Copy the text',
    copied: 'Text copied',
  },
};
