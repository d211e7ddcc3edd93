import { pluralEn } from '../plural.ts';
import type { QualityTexts } from '../ru/quality.ts';

const cases = (n: number): string => pluralEn(n, 'case', 'cases');
const points = (n: number): string => pluralEn(n, 'point', 'points');

export const quality: QualityTexts = {
  title: 'Quality',
  lead: 'How the machine understands the topics of messages. Right is what people agreed with; open cases do not count.',
  period: 'Period',
  periods: { month: '30 days', quarter: '90 days', year: 'Year' },
  ownPeriod: 'Own period',
  byWhen: 'Messages received in the period are counted.',
  five: 'Five numbers',
  right: 'Topic guessed right',
  rightHint: (n, of) => `${n} of ${of} whose topic is known`,
  amongThree: 'Right one among the three proposed',
  amongThreeHint: 'The operator only chooses',
  alone: 'Decides without a person',
  aloneHint: (n, of) => `${n} of ${of} received`,
  rightAlone: 'Right when it decides alone',
  rightAloneHint: 'Should be 95% or more',
  corrected: 'Topic corrected by people',
  correctedHint: (n) => `${n} in the period`,
  checked: (percent) =>
    `Of cases whose topic is known a person checked ${percent}%; the others were answered and nobody objected.`,
  noShare: 'no data',
  empty: 'There were no cases in this period. Choose another.',
  young: (corrections, needed) =>
    `Few corrections yet: ${corrections} of ${needed}. The machine works on the model that ships; correct topics in cases, and this page will show where it is wrong.`,

  topics: 'By topic',
  topic: 'Topic',
  support: 'Cases',
  supportHint: 'How many cases are really of this topic',
  precision: 'Precision',
  precisionHint: 'Of those the machine gave this topic: how many are right',
  recall: 'Recall',
  recallHint: 'Of those really of this topic: how many the machine recognised',
  taken: 'Without a person',
  takenHint: 'Of those the machine gave this topic: how many it decided alone',
  few: (n) => `Few cases (${n}): the share means next to nothing`,
  sortBy: (column) => `Sort by “${column}”`,
  showAll: (n) => `Show all ${n}`,

  confusions: 'What it takes for what',
  confusionsNone: 'People corrected no topic in the period.',
  confusionsLead: 'At the left what the machine said, at the right what people did.',
  ofThemAlone: (n) => `${n} went without a person`,
  noTopic: 'no topic found',

  weeks: 'By week',
  weeksLabel: 'Share of right topics, of those decided without a person and of those corrected, by week',
  week: 'Week from',
  received: 'Received',
  rightLine: 'topic is right',
  aloneLine: 'decided without a person',
  correctedLine: 'corrected by people',
  thinWeek: (fewest) => `fewer than ${cases(fewest)} in the week: the share means next to nothing`,
  emptyWeek: 'a gap: nothing came in that week',

  bands: 'How far to believe it',
  bandsLead: 'Where the machine is 80% sure, four topics of five should turn out right.',
  bandConfidence: 'Confidence',
  bandPromised: 'Promised',
  bandKept: 'Came true',
  bandRange: (from, to) => `${from}–${to}%`,

  fields: 'What else is corrected',
  fieldNames: {
    kind: 'kind of message',
    topic: 'topic',
    place: 'place',
    responsible: 'who is responsible',
    incident: 'shared problem',
  },
  field: 'What',
  changed: 'Corrected',
  filled: 'Added',
  fieldsLead: 'Added means that the machine had found nothing.',

  corrections: 'Last corrections',
  correctionsNone: 'No corrections yet. They appear when somebody changes the topic or the kind in a case.',
  was: 'Was',
  became: 'Became',
  openCase: 'Open the case',
  hiddenWords: 'Texts of messages are seen by those who work on cases.',

  models: 'Models',
  inForce: 'Working now',
  shipped: 'ships with the program',
  modelOf: (day, mark) => `model of ${day} (${mark})`,
  unreadable: (name) =>
    `The chosen ${name} cannot be read: its file is damaged or made by another version of the program. The region works on the model that ships. Learn anew or choose another.`,
  retrain: 'Learn anew',
  retrainHint:
    'A new model learns from your cases before the last month and is compared with the present one on the last month. It takes its place only if it is better.',
  waiting: 'Waiting for its turn…',
  learning: 'Learning. It usually takes from some seconds to some minutes; you may close the page.',
  version: 'Model',
  state: 'State',
  states: { candidate: 'ready', in_use: 'working', retired: 'was before', lost: 'did not pass the check' },
  imported: 'from a file',
  learntFrom: 'From what',
  learnt: (corrected, confirmed, survived) =>
    `${pluralEn(corrected, 'correction', 'corrections')}, ${pluralEn(confirmed, 'confirmation', 'confirmations')}, ${cases(survived)} without objection`,
  onMonth: 'On the last month',
  compared: (own, before) => `${own}% right, the one before ${before}%`,
  comparedAlone: (own, before) => `alone ${own}%, the one before ${before}%`,
  inWork: 'In work in the period',
  inWorkFigures: (right, of) => `${right}% right of ${of}`,
  use: 'Use',
  useModel: (name) => `Use: ${name}`,
  useShipped: 'Go back to the model that ships',
  useLost: 'This model did not pass the check.',
  useSure:
    'It will read new messages. Those read already do not change. You can go back to the former one the same way.',
  erased: 'file erased',

  lastRun: 'Last learning',
  outcome: {
    promoted: (better, n) =>
      `The new model is better by ${points(better)} on the last month (${cases(n)}). It works now.`,
    worse: (worse, n) =>
      `The new model is worse by ${points(worse)} on the last month (${cases(n)}): the former one stays.`,
    same: (n) => `The new model guesses as many on the last month (${cases(n)}): the former one stays.`,
    better: (better, n) =>
      `The new model is better by ${points(better)} on the last month (${cases(n)}), but the former one stays: the new one failed another check.`,
    too_few: 'There is too little to learn from yet; the former model works.',
    failed:
      'Learning failed; the former model works. Try again; if it fails once more, the reason is in the log of the program.',
  },
  against: {
    enough_learnt: (n, needed) => `cases of known topic before the last month: ${n}, needed ${needed}`,
    enough_cases: (n, needed) => `cases to compare on: ${n}, needed ${needed}`,
    enough_checked: (n, needed) => `of them checked by a person: ${n}, needed ${needed}`,
    more_right: 'no more right topics than the former one',
    precise_alone: 'when it decides alone it is wrong in more than 5% of cases',
    alone_as_often: 'decides alone noticeably less often than the former one',
    no_topic_spoilt: 'worse by more than 5 points on one of the frequent topics',
  },
  changedTopics: 'Changed most',
  changedTopic: (topic, before, after, n) => `“${topic}”: was ${before}, now ${after} of ${n}`,
  windowOf: (from, to) => `Compared on cases from ${from} to ${to}.`,
  percent: (written) => `${written}%`,
  cases,
};
