import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { markPath } from '#ui/brand/mark.ts';
import { routes } from './addresses.ts';
import type { Site } from './views.ts';

/** What a page puts into the common frame. `body` is markup, already escaped. */
export interface Frame {
  readonly title: string;
  readonly body: string;
  /** A page with a secret or with somebody's words is kept out of search engines. */
  readonly isPrivate?: boolean;
  /** The section the menu marks as current. */
  readonly section?: 'home' | 'map' | 'find';
  readonly isWide?: boolean;
  readonly hasMap?: boolean;
}

/** The whole document around the body of a page. */
export function layout(site: Site, texts: PortalTexts, frame: Frame): string {
  return html`<!doctype html>
    <html lang="${site.language}">
      !${head(site, texts, frame)}
      <body>
        <a class="skip" href="#content">${texts.skip}</a>
        !${header(site, texts, frame.section)}
        <main id="content" class="${frame.isWide === true ? 'page page-wide' : 'page'}">!${frame.body}</main>
        !${footer(site, texts)}
      </body>
    </html>`;
}

function head(site: Site, texts: PortalTexts, frame: Frame): string {
  const { assets } = site;
  return html`<head>
    <meta charset="utf-8" />
    <title>${texts.titleOf(frame.title, site.regionName)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="same-origin" />
    <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#12181f" media="(prefers-color-scheme: dark)" />
    !${frame.isPrivate === true ? '<meta name="robots" content="noindex, nofollow" />' : ''}
    <link rel="icon" href="${assets.icons}favicon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="${assets.icons}apple-touch-icon.png" />
    <link rel="manifest" href="${site.base}/manifest.webmanifest" />
    <link rel="stylesheet" href="${assets.css}" />
    !${frame.hasMap === true ? html`<link rel="stylesheet" href="${assets.mapCss}" />` : ''}
    <script type="module" src="${assets.script}"></script>
    !${frame.hasMap === true ? html`<script type="module" src="${assets.mapScript}"></script>` : ''}
  </head>`;
}

function header(site: Site, texts: PortalTexts, section: Frame['section']): string {
  const links = [
    { name: 'home', href: routes.home, text: texts.toHome },
    { name: 'map', href: routes.map, text: texts.toMap },
    { name: 'find', href: routes.find, text: texts.toFind },
  ];
  return html`<header class="top">
    <div class="top-in">
      <a class="brand" href="${site.base}${routes.home}">
        <svg class="brand-mark" viewBox="0 0 64 64" width="36" height="36" aria-hidden="true">
          <path fill-rule="evenodd" d="${markPath}" />
        </svg>
        <span class="brand-words">
          <span class="brand-name">${texts.name}</span>
          <span class="brand-region">${site.regionName}</span>
        </span>
      </a>
      <nav class="menu" aria-label="${texts.menu}">
        !${links.map(
          (link) =>
            html`<a href="${site.base}${link.href}" !${link.name === section ? 'aria-current="page"' : ''}
              >${link.text}</a
            >`,
        )}
      </nav>
    </div>
  </header>`;
}

function footer(site: Site, texts: PortalTexts): string {
  const other = site.language === 'ru' ? 'en' : 'ru';
  return html`<footer class="bottom">
    <div class="bottom-in">
      <p class="bottom-promise">${texts.footer.promise}</p>
      <ul class="bottom-links">
        <li><a href="${telephone(site.phone)}">${texts.footer.phone(site.phone)}</a></li>
        <li><a href="tel:112">${texts.footer.emergency}</a></li>
        <li><a href="${site.base}${routes.privacy}">${texts.footer.privacy}</a></li>
        !${
          site.otherLanguageHref === null
            ? ''
            : html`<li>
                <a href="${site.otherLanguageHref}" lang="${other}" hreflang="${other}"
                  >${texts.otherLanguage}</a
                >
              </li>`
        }
      </ul>
    </div>
  </footer>`;
}

/** The address that dials: digits only, however the number is written. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
