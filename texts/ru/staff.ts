import { actions } from './actions.ts';
import { administration } from './administration.ts';
import { answer } from './answer.ts';
import { card } from './card.ts';
import { channels, channelUnknown } from './channels.ts';
import { console } from './console.ts';
import { desk } from './desk.ts';
import { explanations, explanationUnknown } from './explanations.ts';
import { beyondFailures, failures } from './failures.ts';
import { figures } from './figures.ts';
import { lifecycle } from './lifecycle.ts';
import { map } from './map.ts';
import { neighbours } from './neighbours.ts';
import { objects } from './objects.ts';
import { quality } from './quality.ts';
import { queue } from './queue.ts';
import { register } from './register.ts';
import { staffMap } from './staff-map.ts';
import { time } from './time.ts';
import { topics } from './topics.ts';
import { wording } from './wording.ts';

/** Everything staff read in the console. */
export const staff = {
  actions,
  administration,
  answer,
  beyondFailures,
  card,
  channels,
  channelUnknown,
  console,
  desk,
  neighbours,
  explanations,
  explanationUnknown,
  failures,
  figures,
  lifecycle,
  map,
  objects,
  quality,
  queue,
  register,
  staffMap,
  time,
  topics,
  wording,
};

export type StaffTexts = typeof staff;
