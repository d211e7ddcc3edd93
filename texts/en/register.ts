import { writeNumber } from '../number.ts';
import { pluralEn, pluralWordEn } from '../plural.ts';
import type { RegisterTexts } from '../ru/register.ts';

const number = (n: number): string => writeNumber(n, 'en');
const lastDays = (n: number): string => `the last ${pluralEn(n, 'day', 'days')}`;

const ofThemEnded = (n: number): string =>
  n === 0 ? 'none of them ended there' : `${number(n)} of them ended there anyway`;

const span = (hours: number): string =>
  hours < 1
    ? 'less than an hour'
    : hours < 24
      ? pluralEn(Math.round(hours), 'hour', 'hours')
      : pluralEn(Math.round(hours / 2.4) / 10, 'day', 'days');

export const register: RegisterTexts = {
  title: 'Responsibility register',
  lead: 'Who gets a message first, by topic and territory. A known owner of the house or the road comes before rules.',
  period: 'Days to look at',
  periods: { month: '30 days', quarter: '90 days', year: 'A year' },

  findingsTitle: 'Disagreements with history',
  findingsLead:
    'People pass these cases on to others than the register names. Try the rule on the past and add it if it is right.',
  findingsEmpty: 'No disagreements: cases end where the register sends them.',
  findingsEmptyHint: (fewest) =>
    `They appear here once people have passed at least ${pluralEn(fewest, 'settled case', 'settled cases')} about the same thing to another body.`,
  place: (matter, place) => `${matter}, ${place}`,
  wholeRegion: 'the whole region',
  noPlace: 'territory not determined',
  ended: (ended, cases, matter, body) =>
    `${number(ended)} of ${pluralEn(cases, 'such case', 'such cases')} (${matter}) ${pluralWordEn(ended, 'ends', 'end')} at ${body},`,
  sentTo: (body) => `while the register sends them to ${body}.`,
  sentToOwner: (body) => `while ${body} gets them first as the recorded owner.`,
  checkOwner: 'No rule would change that: check whose house, object or street it is.',
  sentNowhere: 'while the register does not say whose they are.',
  sentApart: (list) => `while the register sends them to different places: ${list}.`,
  sentPart: (body, n) => `${body}: ${number(n)}`,
  undetermined: 'not determined',
  lost: (hours) => `Passing them on took ${span(hours)} on average.`,
  waited: (hours) => `They waited ${span(hours)} on average to be decided.`,
  share: (percent) => `${percent}%`,
  shareLabel: (percent, body) => `${percent}% end at ${body}`,
  try: 'Try on the past',
  tryFor: (matter) => `Try on the past: ${matter}`,
  hide: 'Hide the trial',
  hideFor: (matter) => `Hide the trial: ${matter}`,
  dismiss: 'Dismiss',
  dismissFor: (matter) => `Dismiss: ${matter}`,
  dismissReason: 'Why nothing is to be changed',
  dismissHint: 'It comes back if there are twice as many such cases or the share grows noticeably.',
  dismissSubmit: 'Dismiss the disagreement',
  dismissedTitle: 'Dismissed',
  dismissedLine: (ended, cases, body) => `${number(ended)} of ${number(cases)}: ${body}`,

  trialTitle: 'Trial on the past',
  trialLoading: 'Trying on past cases',
  changed: (n, days) =>
    `This rule would have changed who is first responsible for ${pluralEn(n, 'case', 'cases')} of ${lastDays(days)}.`,
  allEnded: (n) => (n === 1 ? 'It ended there anyway.' : 'All of them ended there anyway.'),
  ofThem: 'Of them:',
  counted:
    'Here are cases as the machine first understood them, those not settled yet among them. Findings count settled cases only, as people understood them, so the figures may differ.',
  changedNothing: (days) => `This rule would have changed nothing in ${lastDays(days)}.`,
  outcomes: {
    ended_there: () => 'ended there anyway: the rule would have helped',
    spoiled: (n) =>
      `stayed where the register sent ${pluralWordEn(n, 'it', 'them')}: the rule would have been in the way`,
    elsewhere: () => 'ended at a third body',
    open: (n) => `${pluralWordEn(n, 'is', 'are')} not settled yet`,
  },
  byMunicipality: 'By territory',
  byMunicipalityLine: (changed, n) => `${number(changed)}, ${ofThemEnded(n)}`,
  examples: 'Examples',
  examplesHidden: 'The cases themselves are seen by those who work on them.',
  example: { number: 'Case', received: 'Received', sentTo: 'By the register', endedAt: 'Ended at' },
  notSettled: 'not settled yet',
  replaces: (body) => `It takes the place of the rule that names ${body}.`,
  add: 'Add the rule',
  added: 'The rule is added and in force.',
  basisNeeded: 'To add the rule, name the document and its date or choose the history of cases.',
  readOnly: 'The rule can be added by an administrator of this territory.',

  rulesTitle: 'Rules of the register',
  rulesEmpty: 'There are no rules yet: every message waits for a person. Add the first rule.',
  rulesNothing: 'Nothing was found. Change the words of the search.',
  rulesFound: (n) => pluralEn(n, 'rule', 'rules'),
  search: 'Search by topic, body, territory',
  showMore: (n) => `Show ${n} more`,
  source: (source, date) => `${source}, ${date}`,
  addedBy: (name, at) => `Added by ${name}, ${at}`,
  withdraw: 'Withdraw',
  withdrawFor: (matter) => `Withdraw the rule: ${matter}`,
  withdrawReason: 'Why the rule is no longer in force',
  withdrawHint: 'Cases already sent by it stay where they are.',
  withdrawSubmit: 'Withdraw the rule',

  newRule: 'New rule',
  about: 'What the rule is about',
  abouts: { topic: 'Topic', responsibleKind: 'Kind of responsibility', sector: 'Sector' },
  territory: 'Where',
  body: 'Who is responsible',
  executor: 'Executor within the body',
  executorAny: 'the body decides',
  basis: 'Ground',
  bases: { history: 'History of messages', document: 'Document' },
  document: 'Which document',
  documentHint: 'For example: “Order of the administration No. 112”',
  documentDate: 'Date of the document',
  sectorOf: (name) => `Sector “${name}”`,
  sourceOfHistory: (ended, changed, days) =>
    `History of messages: ${number(ended)} of ${number(changed)} ended there in ${lastDays(days)}`,

  kinds: {
    municipality: 'Municipal matters',
    house_manager: 'Management of houses',
    capital_repair_fund: 'Capital repair',
    road_owner: 'Upkeep of roads and streets',
    waste_operator: 'Waste collection',
    energy: 'Electricity',
    gas: 'Gas',
    water_heat: 'Water and heat',
    telecom: 'Communications',
    transport: 'Transport',
    health: 'Health care',
    education: 'Education',
    social: 'Social care',
    labour: 'Labour and employment',
    police: 'Police',
    rescue: 'Rescue',
    ecology: 'Ecology',
    construction: 'Construction',
    consumer_protection: 'Consumer protection',
    culture_sport: 'Culture and sport',
    public_services: 'Public services',
    regional_body: 'Regional matters',
  },
};
