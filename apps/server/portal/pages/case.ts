import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import {
  confirmForms,
  objectForm,
  rateForm,
  reopenForm,
  replyForm,
  withdrawForm,
  writeForm,
} from './case-forms.ts';
import { caseAnswers, caseHistory } from './case-history.ts';
import { caseStatus } from './case-status.ts';
import { problemSummary } from './form.ts';
import { layout } from './layout.ts';
import { dangerNotice, ownWords, photoList, timeTag } from './parts.ts';
import type { CaseView } from './views.ts';

/** The resident's own page: what waits for them first, then where the message is, then everything that happened. */
export function casePage(view: CaseView, texts: PortalTexts): string {
  const t = texts.case;
  const { site, refused } = view;
  const registered = t.registered(texts.time.moment(view.registeredAt, site.now, site.zone));
  const hasAnswers = view.answers.length > 0 || view.withdrawnAt === null;
  const body = html`
    !${refused === null ? '' : problemSummary(refused.form, refused.problems, refused.filesLost, texts)}
    !${
      view.done === null
        ? ''
        : html`<p class="${view.done === 'changed' ? 'notice' : 'notice notice-good'}" role="status">
            ${t.done[view.done]}
          </p>`
    }
    !${view.danger ? dangerNotice(texts, true) : ''}
    <h1>${t.title(view.number)}</h1>
    <p class="quiet">!${timeTag(site, texts, view.registeredAt, registered)}. ${t.secretNotice}</p>
    !${objectForm(view, texts)} !${replyForm(view, texts)} !${confirmForms(view, texts)}
    !${caseStatus(view, texts)} !${hasAnswers ? caseAnswers(view.answers, site, texts) : ''}
    !${rateForm(view, texts)} !${reopenForm(view, texts)} !${own(view, texts)} !${writeForm(view, texts)}
    !${caseHistory(view.history, site, texts)} !${withdrawForm(view, texts)}
  `;
  const title =
    refused === null ? t.title(view.number) : `${texts.problems.titleWord}: ${t.title(view.number)}`;
  return layout(site, texts, { title, body, isPrivate: true });
}

function own(view: CaseView, texts: PortalTexts): string {
  const t = texts.case.own;
  return html`<section class="block" aria-labelledby="own-title">
    <h2 id="own-title">${t.title}</h2>
    <div class="card">
      !${ownWords(view.text)} !${photoList(view.photos, texts, t.photo)}
      <dl class="facts">
        <div>
          <dt>${t.place}</dt>
          <dd>${view.place ?? t.noPlace}</dd>
        </div>
        !${
          view.topic === null
            ? ''
            : html`<div>
                <dt>${t.topic}</dt>
                <dd>${view.topic}</dd>
              </div>`
        }
      </dl>
    </div>
  </section>`;
}
