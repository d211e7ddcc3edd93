import { pluralEn } from '../plural.ts';
import type { DeskTexts } from '../ru/desk.ts';

export const desk: DeskTexts = {
  title: 'New message',
  source: 'How they contacted us',
  sources: { phone: 'Phone', visit: 'Visit', paper: 'Letter on paper' },
  text: 'What happened',
  textHint:
    'As the resident says it: what, where, since when. The system proposes the topic, the place and the responsible body.',
  textMissing: 'Write down what happened: a few words are enough',
  address: 'Address or landmark',
  addressHint: 'For example: Mira 12, second entrance',
  contact: 'Who contacted us',
  contactHint: 'The name and phone are kept apart: the executor will not see them.',
  name: 'Name',
  phone: 'Phone',
  files: 'Photo or scan',
  filesHint: (n) => `Up to ${pluralEn(n, 'file', 'files')}. Data about the shot is removed.`,
  addFile: 'Choose a file',
  uploading: 'Uploading…',
  removeFile: (n) => `Remove file ${n}`,
  submit: 'Register',
  done: 'Registered',
  doneLead: 'Tell the resident the number: the message can be found by it at any time.',
  openCard: 'Open the case',
  another: 'Take the next one',
  length: (n) => pluralEn(n, 'character', 'characters'),
};
