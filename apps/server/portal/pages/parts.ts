import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import type { Photo, Site } from './views.ts';

/** A moment in words with the exact time for hover and machines. `words` says it, alone or inside a phrase. */
export function timeTag(site: Site, texts: PortalTexts, at: Date, words?: string): string {
  const shown = words ?? texts.time.moment(at, site.now, site.zone);
  return html`<time datetime="${at.toISOString()}" title="${texts.time.exact(at, site.zone)}"
    >${shown}</time
  >`;
}

/** «вчера», «12 мая»: a day that is not a deadline. */
export const dayWords = (site: Site, texts: PortalTexts, at: Date): string =>
  texts.time.day(at, site.now, site.zone);

/** «12 мая»: a day inside a sentence that was said earlier. */
export const dateWords = (site: Site, texts: PortalTexts, at: Date): string =>
  texts.time.date(at, site.now, site.zone);

/** «сегодня до 18:00», «до 22 мая». */
export const untilWords = (site: Site, texts: PortalTexts, at: Date): string =>
  texts.time.until(at, site.now, site.zone);

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** «Звоните 112», above everything else. */
export function dangerNotice(texts: PortalTexts, isSent: boolean): string {
  return html`<section class="notice notice-bad" aria-labelledby="danger-title">
    <h2 id="danger-title">${texts.danger.title}</h2>
    <p>${isSent ? texts.danger.text : texts.danger.textBefore}</p>
    <p><a class="button button-bad" href="tel:112">${texts.danger.call}</a></p>
  </section>`;
}

/** Words of a person, with the line breaks they made. */
export const ownWords = (text: string): string => html`<div class="words">${text}</div>`;

/** Photos as links to the full picture; one that nobody has checked yet is a sentence. */
export function photoList(
  photos: readonly Photo[],
  texts: PortalTexts,
  alt: (n: number, total: number) => string,
): string {
  if (photos.length === 0) return '';
  return html`<ul class="photos">
    !${photos.map((photo, index) => html`<li>!${photoItem(photo, alt(index + 1, photos.length), texts)}</li>`)}
  </ul>`;
}

function photoItem(photo: Photo, alt: string, texts: PortalTexts): string {
  if (photo.src === null || photo.thumb === null)
    return html`<p class="photo-wait">${texts.case.own.photoWaiting}</p>`;
  return html`<a href="${photo.src}"
    ><img src="${photo.thumb}" alt="${alt}" width="160" height="120" loading="lazy"
  /></a>`;
}
