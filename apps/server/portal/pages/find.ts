import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { routes } from './addresses.ts';
import { field, problemSummary } from './form.ts';
import { layout } from './layout.ts';
import type { FindView } from './views.ts';

const formName = 'find';

/** Number and code → the resident's own page. */
export function findPage(view: FindView, texts: PortalTexts): string {
  const { find } = texts;
  const { problems } = view;
  const body = html`
    !${problemSummary(formName, problems, false, texts)}
    !${
      view.notFound
        ? html`<section class="notice notice-bad" role="alert">
            <h2>${find.notFound}</h2>
            <p>${find.notFoundHow}</p>
          </section>`
        : ''
    }
    <h1>${find.title}</h1>
    <p class="lead">${find.lead}</p>
    !${form(view, texts)}
    <section class="block">
      <h2>${find.lost}</h2>
      <p>${find.lostHow}</p>
    </section>
  `;
  return layout(view.site, texts, { title: find.title, body, section: 'find' });
}

function form({ site, values, problems }: FindView, texts: PortalTexts): string {
  const { find } = texts;
  return html`<form action="${site.base}${routes.find}" method="post" novalidate>
    !${field(
      { form: formName, name: 'number', label: find.number, problems },
      texts,
      (attributes) =>
        html`<input
          type="text"
          !${attributes}
          value="${values.number}"
          class="short"
          autocomplete="off"
          spellcheck="false"
        />`,
    )}
    !${field(
      { form: formName, name: 'secret', label: find.secret, hint: find.secretHint, problems },
      texts,
      (attributes) =>
        html`<input
          type="text"
          !${attributes}
          class="short"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
        />`,
    )}
    <p><button class="button button-main" type="submit">${find.submit}</button></p>
  </form>`;
}
