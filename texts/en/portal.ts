import { writeNumber } from '../number.ts';
import { pluralEn } from '../plural.ts';
import type { PortalTexts } from '../ru/portal.ts';
import { portalCase } from './portal-case.ts';
import { portalMap } from './portal-map.ts';
import { portalPrivacy } from './portal-privacy.ts';
import { time } from './time.ts';

const megabytes = (bytes: number): string => `${writeNumber(Math.floor(bytes / 1_048_576), 'en')} MB`;
const minutes = (seconds: number): string =>
  pluralEn(Math.max(1, Math.ceil(seconds / 60)), 'minute', 'minutes');

export const portal: PortalTexts = {
  case: portalCase,
  map: portalMap,
  privacy: portalPrivacy,
  time,

  name: 'Otklik',
  operator: (region) => `Regional control centre (${region})`,
  titleOf: (page, region) => `${page} — Otklik, ${region}`,
  skip: 'Skip to content',
  menu: 'Sections',
  toHome: 'Write to us',
  toMap: 'Map of problems',
  toFind: 'Find my message',
  otherLanguage: 'Русский',
  footer: {
    promise: 'A problem stays open until residents confirm that it is solved.',
    phone: (phone) => `Call the centre: ${phone}`,
    emergency: 'Fire, gas, danger to life: call 112',
    privacy: 'What we do with your data',
  },

  danger: {
    title: 'If someone is in danger right now, call 112',
    text: 'Fire, smell of gas, a broken wire, an open manhole: call first, it is free from any phone. We have taken your message seriously too and handed it to the officer on duty.',
    textBefore:
      'Fire, smell of gas, a broken wire, an open manhole: call first, it is free from any phone. Then send the message and we will hand it to the officer on duty.',
    call: 'Call 112',
  },

  home: {
    title: 'What happened, or what do you suggest?',
    lead: 'Write it as it is, in your own words. We will find out who must solve it.',
    hint: 'For example: “The lamp in the yard of 12 Mira Street has been dark for three days”.',
    photos: 'Photos',
    photosHint: (count, bytes) =>
      `If you have any. Up to ${count}, each up to ${megabytes(bytes)}. We remove where and when they were taken from the files.`,
    place: 'Where it is',
    placeHint: 'An address or a landmark: “the bus stop by the market”. Leave empty if there is no place.',
    email: 'E-mail',
    emailHint: 'If you want the answer by e-mail too. Nobody but the centre will see it.',
    answerTitle: 'How to get the answer',
    answerByLink:
      'After sending you get a number and a personal link. It shows who is dealing with the matter, and the answer appears there.',
    optional: 'optional',
    consent: 'By sending you allow us to use what you wrote to solve the matter and to answer you.',
    consentMore: 'What we do with your data',
    submit: 'Send',
    filesLost:
      'Some of the photos did not arrive: please check and choose them again. Everything you typed is still here.',
    photosKept: (n) => `Send the photos already chosen: ${n}`,
    sameChosen: 'It is the same problem that neighbours have reported',
  },

  problems: {
    title: (n) =>
      n === 1
        ? 'It did not work. Please correct one thing'
        : `It did not work. Please correct ${pluralEn(n, 'thing', 'things')}`,
    titleWord: 'Error',
    text_empty: () => ({
      what: 'You have not written anything.',
      how: 'There is nothing to send yet. A few words are enough.',
    }),
    text_too_long: (length, limit) => ({
      what: `The text is too long: ${pluralEn(length, 'character', 'characters')}.`,
      how: `There is room for ${pluralEn(limit, 'character', 'characters')}. Keep the main thing; you can add the rest after sending.`,
    }),
    coordinates_impossible: () => ({
      what: 'The point on the map could not be read.',
      how: 'There is no such place on Earth. Set the point again or write the address in words.',
    }),
    file_too_large: (limit) => ({
      what: `The file is larger than ${megabytes(limit)}.`,
      how: 'We cannot take it. Choose another photo or make this one smaller.',
    }),
    photos_gone: () => ({
      what: 'The photos chosen before have been deleted.',
      how: 'What is not sent is kept for a short time. Choose them again or send without them.',
    }),
    too_many_files: (limit) => ({
      what: `There are more than ${limit} files.`,
      how: `Choose up to ${pluralEn(limit, 'photo', 'photos')}. The others can be added after sending.`,
    }),
    file_not_an_image: () => ({
      what: 'One of the files is not a photo.',
      how: 'We take JPEG, PNG and WebP. Choose such a file or send without it.',
    }),
    image_too_many_pixels: () => ({
      what: 'The photo is too big.',
      how: 'It has too many pixels for our server to open. Choose a smaller one.',
    }),
    image_broken: () => ({
      what: 'The photo does not open.',
      how: 'The file seems to be damaged. Choose another one or send without it.',
    }),
    email_unreadable: () => ({
      what: 'The e-mail address has a mistake.',
      how: 'The answer would not arrive. Check the @ and the dot, or leave the field empty.',
    }),
    number_unreadable: () => ({
      what: 'The number has a mistake.',
      how: 'It looks as on the page you saw after sending. Copy it from there or from our letter.',
    }),
    secret_empty: () => ({
      what: 'The code is missing.',
      how: 'We do not show messages by number alone. The code is the last part of your personal link.',
    }),
    reason_required: () => ({
      what: 'You have not said what is wrong.',
      how: 'The people at work would not know what to correct. A few words are enough.',
    }),
    form_unreadable: () => ({
      what: 'The form did not reach us whole.',
      how: 'The connection probably broke. Check that everything is there and send it again.',
    }),
    rating_missing: () => ({ what: 'No rating is chosen.', how: 'Mark a number from 1 to 5.' }),
    too_many_attempts: (seconds) => ({
      what: 'Too many messages in a row.',
      how: `We protect ourselves from robots. Wait ${minutes(seconds)} and press the button again.`,
    }),
  },

  sent: {
    title: 'We have your message',
    number: 'Number',
    link: 'Your personal link',
    linkWhy:
      'Keep it: it shows what is going on and brings the answer. Do not give it to strangers: it opens your message.',
    open: 'Open my message',
    copy: 'Copy the link',
    next: 'What happens next',
    nextRead: (until) => `${until} we read it and hand it to those who solve such matters.`,
    nextAnswer: (until) => `We answer ${until}.`,
    nextCheck: 'When they tell us that it is done, we ask you whether it is true.',
    email: (email) => `We will also send the answer to ${email}.`,
    already: 'You have already sent this message. We did not record it twice, the number is the same.',
    another: 'Write another one',
  },

  find: {
    title: 'Find my message',
    lead: 'You need the number and the code. They are on the page you saw after sending and in our letter.',
    number: 'Number of the message',
    secret: 'Code',
    secretHint: 'The last part of the personal link, after the slash.',
    submit: 'Show',
    notFound: 'We have no such pair of number and code.',
    notFoundHow:
      'Look for extra spaces and mixed-up letters. If the link is lost, call us: we will find it together.',
    lost: 'Lost the link?',
    lostHow:
      'Look for our letter if you left an e-mail. No letter? Write again and mention the earlier number if you remember it: we will join the messages.',
  },

  wrongSecret: {
    title: 'Nothing opened by this link',
    text: 'Most likely it was not copied whole and the last letters are missing. Open it from our letter or from the history of your browser.',
    why: 'We do not show messages without the full link, so that a stranger cannot read them.',
  },

  answer: {
    title: (number) => `Answer to message ${number}`,
    why: 'We could not send the answer where you wrote, so we publish it here.',
    more: 'If the answer did not help, write to us with the number and we will come back to the matter.',
  },

  errors: {
    notFound: {
      title: 'There is no such page',
      text: 'The address may have a typo, or the page was removed. Start from the home page: you can write to us and find your message there.',
    },
    forbidden: {
      title: 'This page is not for you',
      text: 'It is for staff or for another person. If you look for your message, open it by your personal link.',
    },
    unreadable: {
      title: 'We could not read what you sent',
      text: 'The connection probably broke, or the page is out of date. Go back, reload the page and send it again: your browser kept what you wrote.',
    },
    tooLarge: {
      title: 'Too much at once',
      text: 'We cannot take that much. Go back and send fewer photos or a shorter text; the rest can be added afterwards.',
    },
    gone: {
      title: 'This is no longer here',
      text: 'The page or the file was erased: its time was over or its author asked for it.',
    },
    tooMany: {
      title: 'Too many requests in a row',
      text: (seconds) =>
        `We protect ourselves from robots. Wait ${minutes(seconds)} and reload the page. What you typed is still in your browser.`,
    },
    broken: {
      title: 'Something broke on our side',
      text: 'It is not your fault and we already know of it. Try again in a few minutes; if it is urgent, call us.',
      number: (number) => `Error number: ${number}. Tell it if you call.`,
    },
    updating: {
      title: 'Updating, back soon',
      text: (n) =>
        `It usually takes ${pluralEn(n, 'minute', 'minutes')}. Reload the page a little later. What you had not finished is kept in your browser.`,
    },
    toHome: 'To the home page',
  },
};
