import { randomUUID } from 'node:crypto';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { Failure, FailureCode } from '#kernel/failures.ts';
import type { Result } from '#kernel/result.ts';
import type { App } from '#house/app.ts';
import { recordRatings, recordVerdict, withdrawOrObject } from '#house/flows/residents.ts';
import { addTyped, disputeTyped, objectTyped, type Typed } from '#house/flows/typed-addition.ts';
import { readState } from '#flow/work/queries/states.ts';
import type { OwnAppeal } from './case-access.ts';
import type { CaseDone, CaseForm, CaseView, FieldName, FormFailure, FormProblem } from './pages/views.ts';
import { keepRefused } from './keep-refused.ts';
import { keepPhotos, keptIn } from './kept-photos.ts';
import type { ReadForm } from './read-form.ts';
import { submissionKey } from './submission.ts';
import { limitsOf, type Visit } from './visit.ts';

/** What became of a form of the case page. */
export type Acted =
  | { readonly kind: 'done'; readonly done: CaseDone }
  | {
      readonly kind: 'refused';
      readonly refused: NonNullable<CaseView['refused']>;
      readonly submissionKey: string;
    };

/** The field of each form where its words are typed. */
const wordsIn = {
  reply: 'reply',
  message: 'text',
  dispute: 'reason',
  object: 'reason',
} as const satisfies Partial<Record<CaseForm, FieldName>>;

/** Does what a form of the case page asks. A form that came too late changes nothing and says so. */
export async function actOnCase(
  app: App,
  visit: Visit,
  appeal: OwnAppeal,
  form: CaseForm,
  read: ReadForm,
  wait: number,
): Promise<Acted> {
  switch (form) {
    case 'reply':
    case 'message':
    case 'dispute':
    case 'object':
      return actWithWords(app, visit, appeal, form, read, wait);
    case 'rate':
      return rateCase(app, visit, appeal, read);
    case 'confirm':
      return changeCase(app, visit, appeal, 'confirmed', (tx) =>
        recordVerdict(tx, visit.knowledge, {
          appealId: appeal.id,
          isFixed: true,
          reason: null,
          messageId: null,
          at: visit.at,
        }),
      );
    case 'withdraw':
      return changeCase(app, visit, appeal, 'withdrawn', (tx) =>
        withdrawOrObject(tx, visit.knowledge, {
          appealId: appeal.id,
          action: 'withdraw',
          reason: null,
          at: visit.at,
        }),
      );
  }
}

async function actWithWords(
  app: App,
  visit: Visit,
  appeal: OwnAppeal,
  form: keyof typeof wordsIn,
  read: ReadForm,
  wait: number,
): Promise<Acted> {
  const field = wordsIn[form];
  const text = read.value(field);
  const refuse = async (problems: readonly FormProblem[]): Promise<Acted> => ({
    kind: 'refused',
    refused: {
      form,
      text,
      problems,
      filesLost: read.hadFiles && read.isBroken,
      keptPhotos: await keepPhotos(app, visit, read, [...typed.files, ...hashes]),
    },
    submissionKey: read.value('key') === '' ? randomUUID() : read.value('key').slice(0, 100),
  });
  const problems = problemsBefore(form, field, text, read, wait);
  const photos = [...new Map(read.photos.map((photo) => [photo.hash, photo])).values()];
  const hashes = photos.map((photo) => photo.hash);
  const kept = keptIn(read.value('kept')).filter((hash) => !hashes.includes(hash));
  const typed: Typed = {
    appealId: appeal.id,
    key: submissionKey(app.seals, read.value('key'), [form, text, ...kept, ...hashes]),
    text,
    files: kept,
    photos,
    at: visit.at,
  };
  const { textLength, photos: files } = limitsOf(app);
  if (problems.length > 0) {
    await keepRefused(app, visit, typed, problems[0]?.failure.code ?? 'form_unreadable');
    return refuse(problems);
  }
  const act = form === 'dispute' ? disputeTyped : form === 'object' ? objectTyped : addTyped;
  const done = await act(app, visit.knowledge, typed, { textLength, files });
  if (!done.ok) return refuse([{ field, failure: shownFailure(done.failure) }]);
  const isWritten = 'isWritten' in done.value && done.value.isWritten;
  return { kind: 'done', done: isWritten ? 'written' : doneBy[form] };
}

const doneBy = {
  reply: 'replied',
  message: 'written',
  dispute: 'disputed',
  object: 'objected',
} as const satisfies Record<keyof typeof wordsIn, CaseDone>;

function problemsBefore(
  form: keyof typeof wordsIn,
  field: FieldName,
  text: string,
  read: ReadForm,
  wait: number,
): FormProblem[] {
  const problems: FormProblem[] = [];
  if (wait > 0) problems.push({ field, failure: { code: 'too_many_attempts', retryAfterSeconds: wait } });
  if (read.isBroken) problems.push({ field, failure: { code: 'form_unreadable' } });
  for (const failure of read.photoFailures) problems.push({ field: 'photos', failure });
  const needsReason = form === 'dispute' || form === 'object';
  if (needsReason && text.trim() === '') problems.push({ field, failure: { code: 'reason_required' } });
  return problems;
}

/** A failure of the flow as the form says it; a photo that vanished between two steps must be chosen again. */
const shownFailure = (
  failure: Extract<Failure, { code: 'text_empty' | 'text_too_long' | 'file_not_found' | 'too_many_files' }>,
): FormFailure => (failure.code === 'file_not_found' ? { code: 'photos_gone' } : failure);

/** One press, no words. Pressed again it is done already; too late, the page shows how things stand. */
async function changeCase(
  app: App,
  { region }: Visit,
  appeal: OwnAppeal,
  as: 'confirmed' | 'withdrawn',
  change: (tx: Writer) => Promise<Result<null, FailureCode>>,
): Promise<Acted> {
  const scope = wholeRegion(region.id);
  const changed = await withScope(app.db, scope, change);
  if (changed.ok) return { kind: 'done', done: as };
  const state = await withScope(app.db, scope, (tx) => readState(tx, region.id, appeal.id));
  return { kind: 'done', done: state?.closed_as === as ? as : 'changed' };
}

async function rateCase(app: App, visit: Visit, appeal: OwnAppeal, read: ReadForm): Promise<Acted> {
  const { region, knowledge, at } = visit;
  const [answer, fix] = [scoreIn(read.value('answer')), scoreIn(read.value('fix'))];
  if (answer === null && fix === null) {
    const problems = [{ field: 'answer', failure: { code: 'rating_missing' } }] as const;
    return {
      kind: 'refused',
      refused: { form: 'rate', text: '', problems, filesLost: false, keptPhotos: [] },
      submissionKey: randomUUID(),
    };
  }
  const rated = await withScope(app.db, wholeRegion(region.id), (tx) =>
    recordRatings(tx, knowledge, { appealId: appeal.id, answer, fix, at }),
  );
  return { kind: 'done', done: rated.ok ? 'rated' : 'changed' };
}

const scoreIn = (written: string): number | null => (/^[1-5]$/.test(written) ? Number(written) : null);
