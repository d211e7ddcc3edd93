import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { caseFormAddress, fields } from './addresses.ts';
import { field, fieldId, fieldNotes, photoField, textArea } from './form.ts';
import { untilWords, ownWords, timeTag } from './parts.ts';
import type { CaseForm, CaseView } from './views.ts';

/** What was refused in this form: its problems and the text typed in it. */
function refusedIn(
  view: CaseView,
  form: CaseForm,
): Pick<NonNullable<CaseView['refused']>, 'problems' | 'text' | 'keptPhotos'> {
  return view.refused?.form === form ? view.refused : { problems: [], text: '', keptPhotos: [] };
}

/** A form of this page around the markup of its controls. */
function caseForm(view: CaseView, form: CaseForm, controls: string): string {
  const action = caseFormAddress(view.site.base, view.number, view.secret, form);
  return html`<form action="${action}" method="post" enctype="multipart/form-data" novalidate data-send>
    <input type="hidden" name="${fields.key}" value="${view.submissionKey}" />
    !${controls}
  </form>`;
}

const submitLine = (words: string, look: string): string =>
  html`<p><button class="${look}" type="submit">${words}</button></p>`;

/** Somebody at work asked the resident something; the clock waits. */
export function replyForm(view: CaseView, texts: PortalTexts): string {
  const { question, site } = view;
  if (question === null) return '';
  const t = texts.case.question;
  const { problems, text } = refusedIn(view, 'reply');
  const asked = t.by(question.by, texts.time.moment(question.at, site.now, site.zone));
  const box = field({ form: 'reply', name: 'reply', label: t.field, problems }, texts, (attributes) =>
    textArea(`${attributes} data-grow`, text, 3),
  );
  return html`<section class="ask" aria-labelledby="question-title">
    <h2 id="question-title">${t.title}</h2>
    <p class="quiet">!${timeTag(site, texts, question.at, asked)}</p>
    !${ownWords(question.text)}
    <p>${t.paused}</p>
    !${caseForm(view, 'reply', box + submitLine(t.submit, 'button button-main'))}
  </section>`;
}

/** Is it really fixed? One button for yes; no wants a reason. */
export function confirmForms(view: CaseView, texts: PortalTexts): string {
  if (view.confirmUntil === null) return '';
  const t = texts.case.confirm;
  const until = t.lead(untilWords(view.site, texts, view.confirmUntil));
  return html`<section class="ask" aria-labelledby="confirm-title">
    <h2 id="confirm-title">${t.title}</h2>
    <p>!${timeTag(view.site, texts, view.confirmUntil, until)}</p>
    !${caseForm(view, 'confirm', submitLine(t.yes, 'button button-main'))}
    <details !${view.refused?.form === 'dispute' ? 'open' : ''}>
      <summary class="button">${t.no}</summary>
      !${disputeForm(view, texts)}
    </details>
  </section>`;
}

/** Closed, and yet not fixed: one form brings it back. */
export function reopenForm(view: CaseView, texts: PortalTexts): string {
  if (!view.mayReopen || view.confirmUntil !== null) return '';
  const t = texts.case.reopen;
  return html`<details class="block quiet-details" !${view.refused?.form === 'dispute' ? 'open' : ''}>
    <summary>${t.title}</summary>
    <p>${t.lead}</p>
    !${disputeForm(view, texts)}
  </details>`;
}

/** We did not take it for work; the author may say why we should. */
export function objectForm(view: CaseView, texts: PortalTexts): string {
  if (view.declined === null) return '';
  const t = texts.case.declined;
  const { problems, text } = refusedIn(view, 'object');
  const box = field({ form: 'object', name: 'reason', label: t.field, problems }, texts, (attributes) =>
    textArea(`${attributes} data-grow`, text, 3),
  );
  const form = view.mayObject ? caseForm(view, 'object', box + submitLine(t.submit, 'button')) : '';
  return html`<section class="ask" aria-labelledby="declined-title">
    <h2 id="declined-title">${t.title}</h2>
    <p>${t.why[view.declined]}</p>
    <p>${t.lead}</p>
    !${form}
  </section>`;
}

/** What is wrong with the fix, with photos. */
function disputeForm(view: CaseView, texts: PortalTexts): string {
  const t = texts.case.confirm;
  const { problems, text, keptPhotos } = refusedIn(view, 'dispute');
  const box = field(
    { form: 'dispute', name: 'reason', label: t.reason, hint: t.reasonHint, problems },
    texts,
    (attributes) => textArea(`${attributes} data-grow`, text, 3),
  );
  const photos = photoField('dispute', problems, keptPhotos, view.limits, texts);
  return caseForm(view, 'dispute', box + photos + submitLine(t.submit, 'button button-main'));
}

/** The answer and the fix are rated apart: a fast polite answer is not a repaired pipe. */
export function rateForm(view: CaseView, texts: PortalTexts): string {
  const t = texts.case.rate;
  const given = view.rating === null ? '' : html`<p>${t.given(view.rating.answer, view.rating.fix)}</p>`;
  const { answer, fix } = view.mayRate;
  if (!answer && !fix) return given === '' ? '' : html`<section class="block">!${given}</section>`;
  const scales = (answer ? scale(view, 'answer', texts) : '') + (fix ? scale(view, 'fix', texts) : '');
  return html`<section class="block" aria-labelledby="rate-title">
    <h2 id="rate-title">${t.title}</h2>
    !${given} !${caseForm(view, 'rate', scales + submitLine(t.submit, 'button'))}
  </section>`;
}

function scale(view: CaseView, name: 'answer' | 'fix', texts: PortalTexts): string {
  const t = texts.case.rate;
  const { problems } = refusedIn(view, 'rate');
  const id = fieldId('rate', name);
  return html`<fieldset class="scale" id="${id}">
    <legend>${t[name]}</legend>
    !${fieldNotes({ form: 'rate', name, label: t[name], problems }, texts)}
    <div class="scale-row">
      !${t.scale.map(
        (word, index) =>
          html`<label
            ><input type="radio" name="${fields[name]}" value="${index + 1}" /> <span>${index + 1}</span>
            <span class="scale-word">${word}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** One more message to the same case. */
export function writeForm(view: CaseView, texts: PortalTexts): string {
  if (!view.mayWrite) return '';
  const t = texts.case.write;
  const { problems, text, keptPhotos } = refusedIn(view, 'message');
  const box = field({ form: 'message', name: 'text', label: t.field, problems }, texts, (attributes) =>
    textArea(`${attributes} data-grow`, text, 3),
  );
  const photos = photoField('message', problems, keptPhotos, view.limits, texts);
  return html`<section class="block" aria-labelledby="write-title">
    <h2 id="write-title">${t.title}</h2>
    <p>${t.lead}</p>
    !${caseForm(view, 'message', box + photos + submitLine(t.submit, 'button'))}
  </section>`;
}

/** Asked twice: the button is inside a closed part that explains what it does. */
export function withdrawForm(view: CaseView, texts: PortalTexts): string {
  if (!view.mayWithdraw) return '';
  const t = texts.case.withdraw;
  return html`<details class="block quiet-details">
    <summary>${t.title}</summary>
    <p>${t.lead}</p>
    !${caseForm(view, 'withdraw', submitLine(t.submit, 'button button-bad-line'))}
  </details>`;
}
