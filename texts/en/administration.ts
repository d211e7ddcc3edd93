import { pluralEn } from '../plural.ts';
import type { AdministrationTexts } from '../ru/administration.ts';

export const administration: AdministrationTexts = {
  title: 'Channels and upkeep',
  noticesTitle: 'What needs attention',
  noticesEmpty: 'Everything works, there is nothing to do.',
  notices: {
    calendar_provisional: (year) =>
      `The working calendar of ${year} is provisional. Load the decree when it is out: new deadlines will follow it, running ones stay.`,
    calendar_missing: (year) =>
      `There is no working calendar of ${year}, so deadlines in it are not counted. Load the calendar.`,
    channel_misconfigured: (account) =>
      `The channel “${account}” does not take our answers: check the access key and the rights.`,
    inputs_not_understood: (n) =>
      `${pluralEn(n, 'input was', 'inputs were')} not understood. They are kept below.`,
    deliveries_waiting: (n) =>
      `${pluralEn(n, 'delivery waits', 'deliveries wait')} for a person: to publish by hand or to check whether it arrived.`,
  },
  detail: (text) => `What the channel replied: ${text}`,
  channelsTitle: 'Channels',
  channelsEmpty: 'There are no channels yet.',
  channel: 'Channel',
  account: 'Name',
  state: 'State',
  last: 'Last message',
  isOn: 'on',
  isOff: 'off',
  never: 'none yet',
  rawTitle: 'Inputs not understood',
  rawEmpty: 'There are no inputs left to understand.',
  rawLead: 'What channels sent and we did not understand. It may hold names, so every look is logged.',
  rawReceived: 'Received',
  rawAccount: 'From',
  rawDetail: 'What is wrong',
  rawExpires: 'Erased',
  rawNoDetail: 'No reason recorded',
  look: 'Look',
  lookAt: (account) => `Look at the input, ${account}`,
  lookReason: 'Why you look',
  lookWarning: 'The look and its reason are logged.',
  lookSubmit: 'Open and log it',
  lookText: 'Content',
};
