import type { FailureTexts } from '../failure-sentence.ts';
import { writeNumber } from '../number.ts';
import { pluralEn } from '../plural.ts';
import type { BeyondFailures } from '../ru/failures.ts';
import { lifecycle } from './lifecycle.ts';

const megabytes = (bytes: number): string => `${writeNumber(bytes / 1_048_576, 'en')} MB`;
const characters = (n: number): string => pluralEn(n, 'character', 'characters');
const stageName = (code: string): string | undefined =>
  Object.entries(lifecycle.stage).find(([name]) => name === code)?.[1];

const wait = (seconds: number): string =>
  seconds <= 90
    ? pluralEn(Math.max(1, seconds), 'second', 'seconds')
    : pluralEn(Math.ceil(seconds / 60), 'minute', 'minutes');

export const failures: FailureTexts = {
  not_signed_in: () =>
    'You are signed out or your session has ended. Sign in again: we will bring you back here.',
  not_allowed: () => 'This is not part of your role. If your work needs it, ask an administrator.',
  wrong_credentials: () =>
    'The login or password did not match. Check the keyboard layout and Caps Lock, then try again.',
  too_many_attempts: ({ retryAfterSeconds }) =>
    `Too many attempts in a row. Wait ${wait(retryAfterSeconds)} and try again.`,
  wrong_csrf_token: () =>
    'This page is out of date, perhaps you signed in in another tab. Reload it and repeat the action.',
  bad_request: () =>
    'Something in the form did not fit. Check the fields and send again: what you typed is kept.',
  not_found: () =>
    'There is no such record: it may be gone, or you may not have access. Go back to the list.',
  region_not_found: () => 'There is no region at this address. Check the address of the page.',
  appeal_not_found: () =>
    'There is no such case, or it is outside your territory. Check the number or go back to the queue.',
  answer_not_found: () => 'The draft is no longer there: it was sent or withdrawn. Reload the case.',
  topic_not_found: () => 'This topic is no longer on the region’s list. Choose another.',
  topic_exists: () => 'This sector has a topic of this name already. Choose another name or add to that one.',
  phrases_too_few: ({ given, needed }) =>
    `There are ${given} different phrases and at least ${needed} are needed: fewer do not tell a topic.`,
  authority_not_found: () => 'This body is not in the region’s register. Choose another.',
  stale_version: ({ changedBy, changedAt }, { moment }) =>
    changedBy === null
      ? `The case changed (${moment(changedAt)}) while you were writing. Your text is kept: reload the case and repeat.`
      : `While you were writing, the case changed: ${changedBy}, ${moment(changedAt)}. Your text is kept: reload the case and repeat.`,
  text_empty: () => 'The text is empty. Write at least a few words.',
  text_too_long: ({ length, limit }) =>
    `The text is too long: ${characters(length)}, and ${characters(limit)} fit. Keep what matters most.`,
  coordinates_impossible: () =>
    'There is no such point on Earth. Put it on the map again or write the address.',
  object_not_fitting: ({ why }) =>
    why === 'removed'
      ? 'This object is off the register. Choose another one, or say that there is none.'
      : why === 'kind'
        ? 'The topic is not about objects of this kind. Correct the topic or choose another object.'
        : 'The object stands in another municipality. Correct the place or choose another object.',
  extent_not_possible: () =>
    'This problem cannot be marked so: it has no such object or street on the map, or it concerns a dwelling. Choose another way.',
  file_too_large: ({ limitBytes }) =>
    `The file is larger than ${megabytes(limitBytes)}. Make it smaller or choose another.`,
  too_many_files: ({ limit }) => `Too many files: no more than ${writeNumber(limit, 'en')} fit. Remove some.`,
  file_not_an_image: () => 'This is not a photo. JPEG, PNG and WebP pictures will do.',
  image_too_many_pixels: () => 'The picture is too large to open. Make it smaller and send it again.',
  image_broken: () => 'The picture is damaged and does not open. Choose another or send without it.',
  file_not_found: () => 'The file did not reach us. Attach it again.',
  wrong_secret: () =>
    'The link did not match: it has a mistake or is out of date. Open it in full from the message.',
  update_malformed: () => 'The channel sent something we could not read. We kept it for an administrator.',
  channel_not_configured: () =>
    'This channel is not connected in the region. An administrator can connect it.',
  calendar_exhausted: ({ knownUntil }, { moment }) =>
    `The working calendar is known only until ${moment(knownUntil)}, so the deadline cannot be counted. An administrator has to load the next year.`,
  calendar_malformed: ({ detail }) =>
    `The calendar file cannot be read: ${detail}. Take the whole file of the year and load it again.`,
  deadline_passed: ({ dueAt }, { moment }) =>
    `The deadline has passed (${moment(dueAt)}): it cannot be extended or paused. Answer and explain the delay.`,
  clock_not_pausable: () =>
    'This deadline is never paused: the law or safety does not wait. Ask the resident, the clock runs.',
  extension_not_allowed: () =>
    'This deadline cannot be extended, or was extended already. Give an interim answer and turn to the coordinator.',
  extension_too_long: ({ latest }, { moment }) =>
    `This deadline cannot be extended beyond ${moment(latest)}. Choose an earlier day.`,
  never_to_the_body_complained_of: () =>
    'The complaint is about this very body: by law it must not be given to it. Choose the one that supervises it.',
  rule_exists: () =>
    'The register has this rule already: somebody may have just added it. Find it among the rules.',
  register_changed: () =>
    'This rule of the register was changed while you were looking. The trial on the past is new already: look at it and press again.',
  move_not_allowed: ({ from }) => {
    const now = stageName(from);
    return now === undefined
      ? 'This cannot be done now: the state has changed. Reload the case.'
      : `This cannot be done now: the case is “${now}”. Reload it and choose another action.`;
  },
  reason_required: () =>
    'A reason is needed: those who open the case after you will read it. Write at least one sentence.',
  date_required: () =>
    'A date from tomorrow on is needed: a promise means nothing without one. Choose a day.',
  personal_data_in_answer: () =>
    'The answer holds somebody’s personal data. Remove it and save the draft, then it can be sent.',
  answer_too_long: ({ length, limit }) =>
    `The answer does not fit this channel: ${characters(length)}, and ${characters(limit)} are allowed. Shorten it.`,
  nothing_to_confirm: () => 'There is nothing to confirm yet: no fix has been reported.',
  already_rated: () => 'The rating is already given; it is not needed twice.',
  period_not_possible: ({ mostDays }) =>
    `This period cannot be shown: it must not end before it begins, nor be longer than ${mostDays} days. Choose a shorter one.`,
  training_under_way: () => 'Learning is under way. Wait for its outcome: the page shows it by itself.',
  model_not_usable: () =>
    'This model cannot be used: its file is erased, damaged or made for another version of the program. Choose another or learn anew.',
};

export const beyondFailures: BeyondFailures = {
  no_connection: 'No connection with the centre. What you typed is kept: repeat when the connection is back.',
  server_error: (number) =>
    number === ''
      ? 'Something broke on the server and we already know. Try again in a minute.'
      : `Something broke on the server and we already know. Try again in a minute; if it does not help, tell an administrator the number ${number}.`,
};
