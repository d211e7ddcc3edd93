import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { capital, dateWords, dayWords, timeTag, untilWords } from './parts.ts';
import { caseSteps, type CaseStep, type CaseView, type ProblemView, type Site } from './views.ts';

/** Where the message is now: a line of steps in words, who, by when, what was done. */
export function caseStatus(view: CaseView, texts: PortalTexts): string {
  const t = texts.case;
  if (view.withdrawnAt !== null) {
    return html`<p class="notice">${t.withdrawn(dayWords(view.site, texts, view.withdrawnAt))}</p>`;
  }
  return html`<section class="status" aria-labelledby="status-title">
    <h2 id="status-title" class="hidden">${t.steps.title}</h2>
    !${steps(view, texts)}
    <dl class="facts">
      <div>
        <dt>${t.now.who}</dt>
        <dd>!${who(view, texts)}</dd>
      </div>
      <div>
        <dt>${t.now.when}</dt>
        <dd>!${when(view, texts)}</dd>
      </div>
      !${
        view.problem === null && view.kindState === null
          ? ''
          : html`<div>
              <dt>${t.now.done}</dt>
              <dd>
                !${view.problem === null ? kindWords(view, texts) : problem(view.problem, view.site, texts)}
              </dd>
            </div>`
      }
    </dl>
    !${view.neighbours > 0 ? html`<p class="neighbours">${t.now.neighbours(view.neighbours)}</p>` : ''}
  </section>`;
}

const kindWords = ({ kindState }: CaseView, texts: PortalTexts): string =>
  kindState === null ? '' : html`${texts.case.kindState[kindState]}`;

/** A question, a suggestion or thanks ends with the answer; only a problem can be fixed. */
function steps(view: CaseView, texts: PortalTexts): string {
  const t = texts.case.steps;
  const shown: readonly CaseStep[] =
    view.kind === 'problem' ? caseSteps : caseSteps.filter((step) => step !== 'fixed');
  const current = shown.indexOf(view.step);
  return html`<ol class="steps">
    !${shown.map((step, index) => {
      const [state, said] =
        index < current ? ['done', t.done] : index === current ? ['now', t.now] : ['ahead', t.ahead];
      return html`<li class="step step-${state}" !${index === current ? 'aria-current="step"' : ''}>
        <span class="step-name">${stepName(step, view, texts)}</span><span class="hidden">, ${said}</span>
      </li>`;
    })}
  </ol>`;
}

function stepName(step: CaseStep, view: CaseView, texts: PortalTexts): string {
  const isSettled = view.problem?.state === 'fixed_confirmed' || view.problem?.state === 'verified_on_site';
  return step === 'fixed' && !isSettled ? texts.case.steps.fixedQuestion : texts.case.steps[step];
}

function who(view: CaseView, texts: PortalTexts): string {
  const t = texts.case.now;
  if (view.body === null) return html`${t.whoNobody}`;
  const since = t.whoSince(dayWords(view.site, texts, view.body.since));
  return html`${view.body.name}
    <span class="quiet">!${timeTag(view.site, texts, view.body.since, since)}</span>`;
}

function when({ due, site }: CaseView, texts: PortalTexts): string {
  const t = texts.case.now;
  switch (due.kind) {
    case 'paused':
      return html`${t.whenPaused}`;
    case 'answered':
      return html`${t.whenAnswered}`;
    case 'unknown':
      return html`${t.whenNone}`;
    case 'running': {
      const minutes = due.workingMinutesLeft;
      if (minutes < 0) {
        const was = timeTag(site, texts, due.at, t.whenOverdue(dayWords(site, texts, due.at)));
        return html`!${was} <span class="late">${texts.time.workingOver(-minutes)}</span>`;
      }
      const by = timeTag(site, texts, due.at, capital(t.whenBy(untilWords(site, texts, due.at))));
      return html`!${by} <span class="quiet">${texts.time.workingLeft(minutes)}</span>`;
    }
  }
}

function problem(view: ProblemView, site: Site, texts: PortalTexts): string {
  const words = problemWords(view, site, texts);
  const reason = view.reason === null ? '' : html`<br />${texts.case.problem.reason}: ${view.reason}`;
  return html`${words}!${reason}`;
}

function problemWords(view: ProblemView, site: Site, texts: PortalTexts): string {
  const t = texts.case.problem;
  const day = view.day === null ? null : dateWords(site, texts, view.day);
  switch (view.state) {
    case 'scheduled':
      return t.scheduled(day);
    case 'needs_money':
      return t.needs_money(view.rubles, day);
    case 'outside_powers':
      return t.outside_powers(view.body);
    default:
      return t[view.state];
  }
}
