import { html } from 'ghtml';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { fields } from './addresses.ts';
import type { FieldName, FormFailure, FormProblem, Limits } from './views.ts';

/** Two forms of one page may have a field of one name, hence the form's own prefix. */
export const fieldId = (form: string, field: FieldName): string => `${form}-${field}`;

/** The two sentences of a refusal: what happened, and why and what to do. */
export function problemWords(
  failure: FormFailure,
  texts: PortalTexts,
): { readonly what: string; readonly how: string } {
  const words = texts.problems;
  switch (failure.code) {
    case 'text_too_long':
      return words.text_too_long(failure.length, failure.limit);
    case 'file_too_large':
      return words.file_too_large(failure.limitBytes);
    case 'too_many_files':
      return words.too_many_files(failure.limit);
    case 'too_many_attempts':
      return words.too_many_attempts(failure.retryAfterSeconds);
    default:
      return words[failure.code]();
  }
}

/** What to correct, at the top of the page, each line a link to its field. */
export function problemSummary(
  form: string,
  problems: readonly FormProblem[],
  filesLost: boolean,
  texts: PortalTexts,
): string {
  if (problems.length === 0) return '';
  return html`<section
    class="notice notice-bad"
    role="alert"
    tabindex="-1"
    autofocus
    aria-labelledby="problems-title"
  >
    <h2 id="problems-title">${texts.problems.title(problems.length)}</h2>
    <ul>
      !${problems.map(
        ({ field, failure }) =>
          html`<li><a href="#${fieldId(form, field)}">${problemWords(failure, texts).what}</a></li>`,
      )}
    </ul>
    !${filesLost ? html`<p>${texts.home.filesLost}</p>` : ''}
  </section>`;
}

interface FieldOptions {
  readonly form: string;
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly problems: readonly FormProblem[];
}

/** Label, hint, refusal and the control; `control` receives the attributes that tie them together. */
export function field(
  options: FieldOptions,
  texts: PortalTexts,
  control: (attributes: string) => string,
): string {
  const id = fieldId(options.form, options.name);
  return html`<div class="field !${problemsOf(options).length > 0 ? 'field-bad' : ''}">
    <label for="${id}"
      >${options.label}!${options.isOptional === true ? html` <span class="quiet">${texts.home.optional}</span>` : ''}</label
    >
    !${fieldNotes(options, texts)} !${control(fieldAttributes(options))}
  </div>`;
}

/** Attributes of the control: its name, id and what describes it. */
export function fieldAttributes(options: FieldOptions): string {
  const id = fieldId(options.form, options.name);
  const isBad = problemsOf(options).length > 0;
  const described = [options.hint === undefined ? '' : `${id}-hint`, isBad ? `${id}-problem` : '']
    .filter(Boolean)
    .join(' ');
  return html`id="${id}" name="${fields[options.name]}"
  !${described === '' ? '' : html`aria-describedby="${described}"`} !${isBad ? 'aria-invalid="true"' : ''}`;
}

/** The hint and the refusal, before the control, where a screen reader and a phone keyboard leave them visible. */
export function fieldNotes(options: FieldOptions, texts: PortalTexts): string {
  const id = fieldId(options.form, options.name);
  const problems = problemsOf(options).map(({ failure }) => problemWords(failure, texts));
  const hint = options.hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${options.hint}</p>`;
  if (problems.length === 0) return hint;
  return html`!${hint}
    <p class="problem" id="${id}-problem">
      <span class="hidden">${texts.problems.titleWord}: </span
      >${problems.map(({ what, how }) => `${what} ${how}`).join(' ')}
    </p>`;
}

const problemsOf = ({ name, problems }: FieldOptions): readonly FormProblem[] =>
  problems.filter((problem) => problem.field === name);

/** A text area keeps exactly what was typed: nothing may stand between its tags but the text. */
export const textArea = (attributes: string, text: string, rows: number): string =>
  html`<textarea !${attributes} rows="${rows}">${text}</textarea>`;

/** Good photos of a refused form. They stand before the field for more: whoever reads the form counts them first. */
const keptPhotos = (kept: readonly string[], texts: PortalTexts): string =>
  kept.length === 0
    ? ''
    : html`<p class="kept">
        <label
          ><input type="checkbox" name="${fields.kept}" value="${kept.join(',')}" checked />
          ${texts.home.photosKept(kept.length)}</label
        >
      </p>`;

/** Chosen from the gallery or taken by the camera of a phone. */
export function photoField(
  form: string,
  problems: readonly FormProblem[],
  kept: readonly string[],
  limits: Limits,
  texts: PortalTexts,
): string {
  const hint = texts.home.photosHint(limits.photos, limits.photoBytes);
  const options = {
    form,
    name: 'photos',
    label: texts.home.photos,
    hint,
    isOptional: true,
    problems,
  } as const;
  return field(
    options,
    texts,
    (attributes) =>
      html`!${keptPhotos(kept, texts)}<input
          type="file"
          !${attributes}
          accept="image/*"
          multiple
          data-photos
          data-limit="${limits.photos - kept.length}"
          data-limit-bytes="${limits.photoBytes}"
        />`,
  );
}
