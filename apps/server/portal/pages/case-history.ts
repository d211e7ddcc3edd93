import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { dateWords, ownWords, photoList, timeTag } from './parts.ts';
import type { AnswerView, HistoryEntry, Site } from './views.ts';

/** Every step with its date and organisation, the newest first. */
export function caseHistory(entries: readonly HistoryEntry[], site: Site, texts: PortalTexts): string {
  return html`<section class="block" aria-labelledby="history-title">
    <h2 id="history-title">${texts.case.history.title}</h2>
    <ol class="history" reversed>
      !${entries.toReversed().map((entry) => historyLine(entry, site, texts))}
    </ol>
  </section>`;
}

function historyLine(entry: HistoryEntry, site: Site, texts: PortalTexts): string {
  const t = texts.case;
  const why =
    'why' in entry && entry.why !== null
      ? html`<p>${entry.kind === 'extended' ? t.history.extendedWhy : t.history.why}: ${entry.why}</p>`
      : '';
  const added =
    entry.kind === 'message_added' ? ownWords(entry.text) + photoList(entry.photos, texts, t.own.photo) : '';
  return html`<li>
    <p class="when">!${timeTag(site, texts, entry.at)}</p>
    <p class="what">${historyWords(entry, site, texts)}</p>
    !${why}!${added}
  </li>`;
}

function historyWords(entry: HistoryEntry, site: Site, texts: PortalTexts): string {
  const t = texts.case.history;
  switch (entry.kind) {
    case 'routed':
      return t.routed(entry.to);
    case 'forwarded':
      return t.forwarded(entry.from, entry.to);
    case 'extended':
      return t.extended(dateWords(site, texts, entry.until));
    case 'scheduled':
      return t.scheduled(dateWords(site, texts, entry.day));
    case 'joined':
      return t.joined(entry.count);
    case 'work_started':
    case 'question_asked':
    case 'answered_interim':
    case 'answered_final':
    case 'fixed_reported':
    case 'contacts_seen':
      return t[entry.kind](entry.by);
    default:
      return t[entry.kind];
  }
}

/** What they answered, the newest first, with what they showed for it. */
export function caseAnswers(answers: readonly AnswerView[], site: Site, texts: PortalTexts): string {
  const t = texts.case.answers;
  return html`<section class="block" aria-labelledby="answers-title">
    <h2 id="answers-title">${t.title}</h2>
    !${answers.length === 0 ? html`<p>${t.none}</p>` : answers.toReversed().map((answer) => answerCard(answer, site, texts, 'h3'))}
  </section>`;
}

/** One answer: what kind it is, its result, whose, when, the text and the photos. */
export function answerCard(answer: AnswerView, site: Site, texts: PortalTexts, heading: 'h2' | 'h3'): string {
  const t = texts.case.answers;
  const by = t.by(answer.by, texts.time.moment(answer.at, site.now, site.zone));
  const result = answer.resolution === null ? '' : `: ${t.resolution[answer.resolution]}`;
  const title = (answer.kind === 'final' ? t.final : t.interim) + result;
  const promise = answer.promisedFor === null ? '' : t.promise(dateWords(site, texts, answer.promisedFor));
  return html`<article class="card">
    <${heading}>${title}</${heading}>
    <p class="quiet">!${timeTag(site, texts, answer.at, by)}</p>
    !${ownWords(answer.text)} !${promise === '' ? '' : html`<p class="promise">${promise}</p>`}
    !${photoList(answer.photos, texts, t.photo)}
  </article>`;
}
