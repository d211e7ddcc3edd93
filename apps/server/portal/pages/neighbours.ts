import { html } from 'ghtml';
import type { NeighbourTexts } from '#texts/ru/neighbours.ts';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { fields, routes } from './addresses.ts';
import { layout } from './layout.ts';
import { ownWords } from './parts.ts';
import type { NeighboursView } from './views.ts';

/** «Похоже, об этом уже сообщили»: one press tells whether it is the same problem, and sends. Works without a script. */
export function neighboursPage(view: NeighboursView, words: NeighbourTexts, texts: PortalTexts): string {
  const { site, values } = view;
  const kept = {
    key: view.submissionKey,
    text: values.text,
    place: values.place,
    email: values.email,
    lat: values.point?.lat ?? '',
    lon: values.point?.lon ?? '',
    kept: view.keptPhotos.join(','),
  };
  const body = html`
    <h1>${words.title}</h1>
    <p class="lead"><strong>${words.notSent}</strong> ${words.lead}</p>
    <form action="${site.base}${routes.send}" method="post">
      !${Object.entries(kept).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <ul class="neighbour-list">
        !${view.problems.map(
          (one) =>
            html`<li class="neighbour">
              <h2 class="neighbour-title">${one.title}</h2>
              <p>${one.line}</p>
              <button
                class="button button-main"
                type="submit"
                name="${fields.same}"
                value="${one.incidentId}"
              >
                ${words.same}
              </button>
            </li>`,
        )}
      </ul>
      <p>
        <button class="button" type="submit" name="${fields.same}" value="no">${words.other}</button>
      </p>
    </form>
    <section class="block" aria-labelledby="own-title">
      <h2 id="own-title">${words.yours}</h2>
      !${ownWords(values.text)} !${values.place === '' ? '' : html`<p class="quiet">${values.place}</p>`}
      !${view.keptPhotos.length === 0 ? '' : html`<p class="quiet">${words.photosKept(view.keptPhotos.length)}</p>`}
    </section>
  `;
  return layout(site, texts, { title: words.title, body, section: 'home', isPrivate: true });
}
