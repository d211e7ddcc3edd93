import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { routes } from './addresses.ts';
import { answerCard } from './case-history.ts';
import { layout } from './layout.ts';
import type { PublicAnswerView } from './views.ts';

/** An answer that could not be delivered where the question was asked. It repeats nothing of the question. */
export function publicAnswerPage(view: PublicAnswerView, texts: PortalTexts): string {
  const { site, answer, number } = view;
  const t = texts.answer;
  const body = html`
    <h1>${t.title(number)}</h1>
    !${answerCard(answer, site, texts, 'h2')}
    <p>${t.why}</p>
    <p>${t.more}</p>
    <p><a class="button" href="${site.base}${routes.home}">${texts.toHome}</a></p>
  `;
  return layout(site, texts, { title: t.title(number), body, isPrivate: true });
}
