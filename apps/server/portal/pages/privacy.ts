import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { layout } from './layout.ts';
import type { SimpleView } from './views.ts';

/** What happens to a resident's data, in plain words. */
export function privacyPage({ site }: SimpleView, texts: PortalTexts): string {
  const { privacy } = texts;
  const body = html`
    <h1>${privacy.title}</h1>
    <p class="lead">${privacy.lead(site.operatorName)}</p>
    !${privacy.sections.map(
      ({ title, text }) =>
        html`<h2>${title}</h2>
          <p>${text}</p>`,
    )}
  `;
  return layout(site, texts, { title: privacy.title, body });
}
