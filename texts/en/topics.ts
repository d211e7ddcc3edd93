import { writeNumber } from '../number.ts';
import { pluralEn } from '../plural.ts';
import type { TopicsTexts } from '../ru/topics.ts';

const cases = (n: number): string => pluralEn(n, 'case', 'cases');

export const topics: TopicsTexts = {
  title: 'Topics of the region',
  lead: 'When residents write of something the list does not have, add a topic and a dozen phrases. From the next message on it is proposed.',
  ownTitle: 'Own topics',
  ownEmpty: 'There are no own topics yet: those that ship are enough.',
  ownEmptyHint: 'Add one when the same messages end in “other” time after time.',
  goOn: 'Go on with the new topic',
  add: 'New topic',
  formTitle: 'New topic',
  name: 'Name',
  nameHint: 'Short, as in a list: “Rental scooters”.',
  nameEn: 'Name in English',
  nameEnHint: 'May be left empty.',
  like: 'The topic it is most like',
  likeHint: 'Its sector, clocks, visibility and owner are taken over.',
  belongs: 'What belongs here',
  doesNotBelong: 'What does not',
  phrases: 'Phrases as residents write them',
  phrasesHint: (needed) =>
    `One a line, at least ${needed}. In different words: complaint and question, short and long. From 8 to 400 signs each. Phones and names are hidden by themselves.`,
  phrasesCount: (given, needed) =>
    given >= needed
      ? pluralEn(given, 'different phrase', 'different phrases')
      : `${pluralEn(given, 'different phrase', 'different phrases')}, ${writeNumber(needed - given, 'en')} more needed`,
  try: 'Try on the past',
  missing: (fields) => `To add it, fill in: ${fields.map((field) => `“${field}”`).join(', ')}.`,
  save: 'Add the topic',
  savePhrases: 'Save the phrases',
  added: (name) => `The topic “${name}” is added and already proposed.`,

  trialTitle: 'Trial on the past',
  trialLoading: 'Reading the latest cases again',
  trialNone: 'There are no cases yet to try it on.',
  taken: (taken, looked) =>
    `${writeNumber(taken, 'en')} of the latest ${pluralEn(looked, 'case', 'cases')} would get this topic first.`,
  takenNone: (looked) =>
    `None of the latest ${pluralEn(looked, 'case', 'cases')} would get this topic first.`,
  offered: (n) => `${cases(n)} more would see it among the three proposed.`,
  recognised: (n, all) =>
    `With any phrase covered, the others recognise ${writeNumber(n, 'en')} of ${writeNumber(all, 'en')}.`,
  recognisedFew: 'The phrases are little alike: these may be several topics.',
  phrasesAre: 'Today these phrases are taken for',
  takenFrom: 'Where the cases would come from',
  noTopic: 'no topic',
  count: (name, n) => `${name} — ${writeNumber(n, 'en')}`,
  examples: 'Examples, the surest first',
  example: { number: 'Number', words: 'Words', topic: 'Topic now', confidence: 'Confidence' },
  percent: (percent) => `${percent}%`,

  phrasesOf: (n) => pluralEn(n, 'phrase', 'phrases'),
  casesOf: (n) => (n === 0 ? 'no cases yet' : cases(n)),
  byPhrases: 'known by its phrases, a person decides',
  learnt: 'learnt by the model',
  edit: 'Change the phrases',
  editFor: (name) => `Change the phrases: ${name}`,
  withdraw: 'Take out',
  withdrawFor: (name) => `Take the topic out: ${name}`,
  withdrawReason: 'Why the topic is not needed any more',
  withdrawHint: 'It will be proposed no more. Cases that have it keep it.',
  withdrawSubmit: 'Take the topic out',
};
