import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { neighboursForResident } from '#contract/neighbours.ts';
import { fields, routes } from './addresses.ts';
import { field, fieldAttributes, fieldNotes, photoField, problemSummary, textArea } from './form.ts';
import { layout } from './layout.ts';
import { dangerNotice } from './parts.ts';
import type { HomeView } from './views.ts';

const form = 'home';

/** The first page: one box, and what helps if one has it. */
export function homePage(view: HomeView, texts: PortalTexts): string {
  const { site } = view;
  const isRefused = view.problems.length > 0;
  const body = html`
    !${problemSummary(form, view.problems, view.filesLost, texts)}
    !${view.danger ? dangerNotice(texts, false) : ''}
    <form
      action="${site.base}${routes.send}"
      method="post"
      enctype="multipart/form-data"
      novalidate
      data-send
      data-neighbours="${site.base}/api${neighboursForResident.path}"
      data-draft="${isRefused ? 'keep' : 'restore'}"
    >
      <input type="hidden" name="${fields.key}" value="${view.submissionKey}" />
      <input type="hidden" name="${fields.same}" value="${view.same === 'no' ? 'no' : ''}" />
      !${question(view, texts)} !${photoField(form, view.problems, view.keptPhotos, view.limits, texts)}
      !${place(view, texts)} !${sameChosen(view, texts)}
      <div class="nearby" data-neighbours-list></div>
      <p class="hidden" role="status" data-neighbours-status></p>
      !${howToAnswer(view, texts)}
      <p class="consent">
        ${texts.home.consent} <a href="${site.base}${routes.privacy}">${texts.home.consentMore}</a>
      </p>
      <p><button class="button button-main" type="submit">${texts.home.submit}</button></p>
    </form>
  `;
  const title = isRefused ? `${texts.problems.titleWord}: ${texts.home.title}` : texts.home.title;
  return layout(site, texts, { title, body, section: 'home' });
}

function question(view: HomeView, texts: PortalTexts): string {
  const options = {
    form,
    name: 'text',
    label: texts.home.title,
    hint: texts.home.hint,
    problems: view.problems,
  } as const;
  return html`<div class="field field-main">
    <h1><label for="home-text">${texts.home.title}</label></h1>
    <p class="lead">${texts.home.lead}</p>
    !${fieldNotes(options, texts)} !${textArea(`${fieldAttributes(options)} data-grow`, view.values.text, 5)}
  </div>`;
}

/** The choice of the step before, to be taken back with or without a script; it stands after the hidden field and wins over it. */
function sameChosen({ same }: HomeView, texts: PortalTexts): string {
  if (same === null || same === 'no') return '';
  return html`<p class="kept" data-neighbours-chosen>
    <label
      ><input type="checkbox" name="${fields.same}" value="${same}" checked /> ${texts.home.sameChosen}</label
    >
  </p>`;
}

function place(view: HomeView, texts: PortalTexts): string {
  const { place: typed, point } = view.values;
  const options = {
    form,
    name: 'place',
    label: texts.home.place,
    hint: texts.home.placeHint,
    isOptional: true,
    problems: view.problems,
  } as const;
  return html`<div data-place data-base-kind="${view.site.map.kind}" data-base-href="${view.site.map.href}">
    !${field(
      options,
      texts,
      (attributes) =>
        html`<input
          type="text"
          !${attributes}
          value="${typed}"
          autocomplete="street-address"
          maxlength="300"
        />`,
    )}
    <input type="hidden" name="${fields.lat}" value="${point?.lat}" />
    <input type="hidden" name="${fields.lon}" value="${point?.lon}" />
  </div>`;
}

function howToAnswer(view: HomeView, texts: PortalTexts): string {
  return html`<section class="block" aria-labelledby="answer-title">
    <h2 id="answer-title">${texts.home.answerTitle}</h2>
    <p>${texts.home.answerByLink}</p>
    !${view.takesEmail ? email(view, texts) : ''}
  </section>`;
}

function email({ problems, values }: HomeView, texts: PortalTexts): string {
  const options = {
    form,
    name: 'email',
    label: texts.home.email,
    hint: texts.home.emailHint,
    isOptional: true,
    problems,
  } as const;
  return field(
    options,
    texts,
    (attributes) =>
      html`<input
        type="email"
        !${attributes}
        value="${values.email}"
        autocomplete="email"
        inputmode="email"
        maxlength="254"
      />`,
  );
}
