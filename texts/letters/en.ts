import type { letters as russian } from './ru.ts';

export const letters: typeof russian = {
  registered: (letter) =>
    [
      letter.isEmergency ? 'This looks dangerous. If a life is at risk, call 112 right now.\n' : '',
      `We have received your message, number ${letter.number}.`,
      letter.answerBy === null
        ? 'As soon as we know who is responsible, we will write by when.'
        : `We will answer by ${letter.answerBy}.`,
      `Follow, add to it or withdraw it: ${letter.link}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  question: (letter) =>
    [
      `${letter.body} asks about your message ${letter.number}:`,
      '',
      letter.question,
      '',
      `Reply here or by the link: ${letter.link}`,
    ].join('\n'),
  extended: (letter) =>
    [
      `The answer to message ${letter.number} is delayed, the new date is ${letter.until}.`,
      `Reason: ${letter.reason}`,
      `Details: ${letter.link}`,
    ].join('\n'),
  answer: (letter) =>
    [
      letter.text,
      '',
      `${letter.body}, answer to message ${letter.number}.`,
      letter.promisedOn === null
        ? ''
        : `Promised date: ${letter.promisedOn}. On that day we will ask you whether it is done.`,
      letter.kind === 'interim'
        ? `This is an interim answer, the final one will come here too. Follow: ${letter.link}`
        : letter.asksConfirmation
          ? `Is the problem gone? Confirm, or say that it is not fixed: ${letter.link}`
          : `Rate the answer or write again: ${letter.link}`,
    ]
      .filter((line, index) => line !== '' || index === 1)
      .join('\n'),
  confirmRequest: (letter) =>
    [
      `On message ${letter.number} you were promised a fix by ${letter.promisedOn}.`,
      `Is it done? Reply “yes” or “no” here or by the link: ${letter.link}`,
    ].join('\n'),
  declined: (letter) =>
    [
      `Message ${letter.number} was not taken: ${letter.why}.`,
      letter.note ?? '',
      `If we are wrong, object by the link and another person will look: ${letter.link}`,
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
