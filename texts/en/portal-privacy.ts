import type { PortalTexts } from '../ru/portal.ts';

export const portalPrivacy: PortalTexts['privacy'] = {
  title: 'What we do with your data',
  lead: (operator) => `${operator} is responsible for the data.`,
  sections: [
    {
      title: 'What we keep',
      text: 'What you wrote, the photos and the place. Your e-mail if you left it. We do not ask for your name or phone.',
    },
    {
      title: 'What for',
      text: 'To solve the matter, to answer you and to learn which problems repeat. For nothing else.',
    },
    {
      title: 'Who sees it',
      text: 'Those who do the work see the problem, not you. The e-mail is kept apart and encrypted; whoever opens it gives a reason, and you see that on the page of your message.',
    },
    {
      title: 'What everyone sees',
      text: 'The map shows topic, place and state. Your text, name and e-mail are not there. We remove the place and time of shooting from photos.',
    },
    {
      title: 'How to erase it',
      text: 'Withdraw the message on its page, or write to us and ask to erase the data. We erase it everywhere it is.',
    },
  ],
};
