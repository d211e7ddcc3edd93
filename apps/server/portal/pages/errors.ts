import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { routes } from './addresses.ts';
import { layout, telephone } from './layout.ts';
import type { ErrorView, SimpleView, Site } from './views.ts';

interface Apology {
  readonly title: string;
  readonly lines: readonly string[];
}

function apologyFor(view: ErrorView, texts: PortalTexts): Apology {
  const { errors } = texts;
  switch (view.status) {
    case 400:
      return { title: errors.unreadable.title, lines: [errors.unreadable.text] };
    case 413:
      return { title: errors.tooLarge.title, lines: [errors.tooLarge.text] };
    case 403:
      return { title: errors.forbidden.title, lines: [errors.forbidden.text] };
    case 404:
      return { title: errors.notFound.title, lines: [errors.notFound.text] };
    case 410:
      return { title: errors.gone.title, lines: [errors.gone.text] };
    case 429:
      return { title: errors.tooMany.title, lines: [errors.tooMany.text(view.retryAfterSeconds)] };
    case 500:
      return {
        title: errors.broken.title,
        lines: [errors.broken.text, errors.broken.number(view.errorNumber)],
      };
    case 503:
      return { title: errors.updating.title, lines: [errors.updating.text(view.minutes)] };
  }
}

/** A page that could not be shown: what happened, why, and where to go from here. */
export function errorPage(view: ErrorView, texts: PortalTexts): string {
  const { title, lines } = apologyFor(view, texts);
  return apology(view.site, texts, title, lines, { href: routes.home, text: texts.errors.toHome });
}

/** The link to a case has no such number, or its secret does not fit: told alike, so that numbers cannot be guessed. */
export function wrongSecretPage(view: SimpleView, texts: PortalTexts): string {
  const { title, text, why } = texts.wrongSecret;
  return apology(view.site, texts, title, [text, why], { href: routes.find, text: texts.find.title });
}

interface Way {
  readonly href: string;
  readonly text: string;
}

function apology(site: Site, texts: PortalTexts, title: string, lines: readonly string[], go: Way): string {
  const body = html`
    <h1>${title}</h1>
    !${lines.map((line) => html`<p class="lead">${line}</p>`)}
    <p class="row">
      <a class="button button-main" href="${site.base}${go.href}">${go.text}</a>
      <a class="button" href="${telephone(site.phone)}">${texts.footer.phone(site.phone)}</a>
    </p>
  `;
  return layout(site, texts, { title, body, isPrivate: true });
}
