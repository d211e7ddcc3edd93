import type { letters as russian } from './ru.ts';

export const letters: typeof russian = {
  registered: (letter) =>
    [
      letter.isEmergency ? 'This looks dangerous. If a life is at risk, call 112 right now.\n' : '',
      `We have received your message, number ${letter.number}.`,
      letter.answerBy === null
        ? 'As soon as we know who is responsible, we will write by when.'
        : `We will answer by ${letter.answerBy}.`,
      letter.link === null
        ? 'The answer will be here. If you have something to add, reply to this message.'
        : `Follow, add to it or withdraw it: ${letter.link}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  question: (letter) =>
    [
      `${letter.body} asks about your message ${letter.number}:`,
      '',
      letter.question,
      '',
      letter.link === null
        ? 'Reply here, but without phones and flat numbers: everyone can read it.'
        : `Reply here or by the link: ${letter.link}`,
    ].join('\n'),
  extended: (letter) =>
    [
      `The answer to message ${letter.number} is delayed, the new date is ${letter.until}.`,
      `Reason: ${letter.reason}`,
      letter.link === null ? '' : `Details: ${letter.link}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  answer: (letter) =>
    [
      letter.text,
      '',
      `${letter.body}, answer to message ${letter.number}.`,
      letter.promisedOn === null
        ? ''
        : `Promised date: ${letter.promisedOn}. On that day we will ask you whether it is done.`,
      answerEnding(letter),
    ]
      .filter((line, index) => line !== '' || index === 1)
      .join('\n'),
  confirmRequest: (letter) =>
    [
      `On message ${letter.number} you were promised a fix by ${letter.promisedOn}.`,
      letter.link === null
        ? 'Is it done? Reply “yes” or “no” here.'
        : `Is it done? Reply “yes” or “no” here or by the link: ${letter.link}`,
    ].join('\n'),
  declined: (letter) =>
    [
      `Message ${letter.number} was not taken: ${letter.why}.`,
      letter.note ?? '',
      letter.link === null
        ? 'If we are wrong, write here once more and another person will look.'
        : `If we are wrong, object by the link and another person will look: ${letter.link}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  subject: (number) => `Your message No. ${number}`,
  declinedWhy: {
    spam: 'it is an advertisement or a bulk letter',
    not_a_problem: 'it holds no question or problem we could solve',
    no_facts: 'facts are missing: what happened and where',
    other_language: 'we could not read it',
    withdrawn: 'you withdrew it',
  },
};

function answerEnding({ kind, asksConfirmation, link }: Parameters<typeof russian.answer>[0]): string {
  if (kind === 'interim')
    return `This is an interim answer, the final one will come here too.${link === null ? '' : ` Follow: ${link}`}`;
  if (asksConfirmation)
    return link === null
      ? 'Is the problem gone? Reply here “yes” or “no”.'
      : `Is the problem gone? Confirm, or say that it is not fixed: ${link}`;
  return link === null ? '' : `Rate the answer or write again: ${link}`;
}
