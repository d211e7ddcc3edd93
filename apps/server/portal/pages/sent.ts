import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { caseAddress, routes } from './addresses.ts';
import { layout } from './layout.ts';
import { capital, dangerNotice, untilWords, timeTag } from './parts.ts';
import type { SentView } from './views.ts';

/** After sending: the number, the personal link, and what will happen by when. */
export function sentPage(view: SentView, texts: PortalTexts): string {
  const { site } = view;
  const { sent } = texts;
  const dated = (at: Date, say: (until: string) => string) =>
    html`<li>!${timeTag(site, texts, at, say(untilWords(site, texts, at)))}</li>`;
  const body = html`
    !${view.danger ? dangerNotice(texts, true) : ''}
    <section class="notice notice-good">
      <h1>${sent.title}</h1>
      !${view.isRepeat ? html`<p>${sent.already}</p>` : ''}
      <p class="number">
        <span class="quiet">${sent.number}</span> <strong data-sent>${view.number}</strong>
      </p>
    </section>
    <section class="block" aria-labelledby="link-title">
      <h2 id="link-title">${sent.link}</h2>
      <p>${sent.linkWhy}</p>
      <p class="secret-link" id="secret-link">${view.link}</p>
      <p class="row">
        <a class="button button-main" href="${caseAddress(site.base, view.number, view.secret)}"
          >${sent.open}</a
        >
        <button class="button" type="button" data-copy="secret-link" hidden>${sent.copy}</button>
      </p>
      !${view.email === null ? '' : html`<p>${sent.email(view.email)}</p>`}
    </section>
    <section class="block" aria-labelledby="next-title">
      <h2 id="next-title">${sent.next}</h2>
      <ol class="next">
        !${view.readBy === null ? '' : dated(view.readBy, (until) => sent.nextRead(capital(until)))}
        !${view.answerBy === null ? '' : dated(view.answerBy, sent.nextAnswer)}
        <li>${sent.nextCheck}</li>
      </ol>
    </section>
    <p><a href="${site.base}${routes.home}">${sent.another}</a></p>
  `;
  return layout(site, texts, { title: sent.title, body, isPrivate: true });
}
