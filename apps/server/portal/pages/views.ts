import type { AppealKind, KindState, ProblemState, Resolution } from '#kernel/appeal.ts';
import type { Failure } from '#kernel/failures.ts';
import type { Point } from '#kernel/place.ts';
import type { Language } from '#texts/number.ts';
import type { DeclinedAs } from '#flow/work/rules/lifecycle.ts';
import type { BaseSource } from '#ui/map/base-map.ts';
import type { PortalAssets } from './assets.ts';

/** What every page knows about the place it is shown in. */
export interface Site {
  readonly language: Language;
  readonly regionName: string;
  /** Who is responsible for the data: the full name of the centre. */
  readonly operatorName: string;
  /** As people dial it, such as 122. */
  readonly phone: string;
  /** Path prefix of the region, '' or '/perm', without a slash at the end. */
  readonly base: string;
  /** The same page in the other language; `null` where there is none (after a refused form). */
  readonly otherLanguageHref: string | null;
  readonly assets: PortalAssets;
  /** The ground of the maps. */
  readonly map: BaseSource;
  /** IANA zone of the region. */
  readonly zone: string;
  readonly now: Date;
}

/** One thing the resident must correct, and the field it stands beside. */
export interface FormProblem {
  readonly field: FieldName;
  readonly failure: FormFailure;
}

export type FieldName =
  'text' | 'photos' | 'place' | 'email' | 'number' | 'secret' | 'reason' | 'reply' | 'answer' | 'fix';

export type FormFailure =
  | Extract<
      Failure,
      {
        code:
          | 'text_empty'
          | 'text_too_long'
          | 'coordinates_impossible'
          | 'file_too_large'
          | 'too_many_files'
          | 'file_not_an_image'
          | 'image_too_many_pixels'
          | 'image_broken'
          | 'reason_required'
          | 'too_many_attempts';
      }
    >
  | {
      readonly code:
        | 'email_unreadable'
        | 'number_unreadable'
        | 'secret_empty'
        | 'rating_missing'
        | 'form_unreadable'
        | 'photos_gone';
    };

export interface Limits {
  readonly textLength: number;
  readonly photos: number;
  readonly photoBytes: number;
}

export interface HomeView {
  readonly site: Site;
  /** What was typed before a refusal; empty strings at first. */
  readonly values: {
    readonly text: string;
    readonly place: string;
    readonly email: string;
    readonly point: Point | null;
  };
  readonly problems: readonly FormProblem[];
  /** The refused form carried files that did not arrive, and a browser will not give them back. */
  readonly filesLost: boolean;
  /** Good photos of the refused form, by their hashes: they are sent without being chosen again. */
  readonly keptPhotos: readonly string[];
  /** The known problem that the resident has said it is, `no` for another one, `null` while nothing is said. */
  readonly same: string | null;
  /** The typed text speaks of danger. */
  readonly danger: boolean;
  /** Sent with the form; the same key twice is the same message. */
  readonly submissionKey: string;
  readonly limits: Limits;
  /** Whether the region can write to an e-mail address; where it cannot, none is asked for. */
  readonly takesEmail: boolean;
}

/** Everything typed, once more, with problems it may be about. */
export interface NeighboursView {
  readonly site: Site;
  readonly values: HomeView['values'];
  readonly submissionKey: string;
  readonly keptPhotos: readonly string[];
  readonly problems: readonly {
    readonly incidentId: string;
    readonly title: string;
    readonly line: string;
  }[];
}

export interface SentView {
  readonly site: Site;
  readonly number: string;
  readonly secret: string;
  /** The personal link as it is copied, with the host. */
  readonly link: string;
  /** `null` where no calendar says. */
  readonly readBy: Date | null;
  readonly answerBy: Date | null;
  readonly email: string | null;
  readonly danger: boolean;
  /** The same form came twice. */
  readonly isRepeat: boolean;
}

export interface Photo {
  /** `null` until a person lets it through. */
  readonly src: string | null;
  readonly thumb: string | null;
}

export const caseSteps = ['received', 'checking', 'forwarded', 'in_work', 'answered', 'fixed'] as const;
export type CaseStep = (typeof caseSteps)[number];

/** What happened, one entry a line, oldest first. Organisations by full name. */
export type HistoryEntry = { readonly at: Date } & (
  | {
      readonly kind:
        | 'received'
        | 'accepted'
        | 'question_answered'
        | 'confirmed'
        | 'disputed'
        | 'verified_on_site'
        | 'rated'
        | 'withdrawn'
        | 'declined'
        | 'objected';
    }
  | { readonly kind: 'message_added'; readonly text: string; readonly photos: readonly Photo[] }
  | { readonly kind: 'routed'; readonly to: string; readonly why: string | null }
  | { readonly kind: 'forwarded'; readonly from: string; readonly to: string; readonly why: string | null }
  | {
      readonly kind:
        'work_started' | 'question_asked' | 'answered_interim' | 'answered_final' | 'fixed_reported';
      readonly by: string;
    }
  | { readonly kind: 'contacts_seen'; readonly by: string; readonly why: string }
  | { readonly kind: 'extended'; readonly until: Date; readonly why: string }
  | { readonly kind: 'scheduled'; readonly day: Date }
  | { readonly kind: 'joined'; readonly count: number }
);

export interface AnswerView {
  readonly kind: 'interim' | 'final';
  readonly at: Date;
  readonly by: string;
  readonly text: string;
  readonly resolution: Resolution | null;
  readonly promisedFor: Date | null;
  readonly photos: readonly Photo[];
}

/** What happened in the world, for appeals that report a problem. */
export interface ProblemView {
  readonly state: ProblemState;
  /** Of a schedule or of the review of a need for money. */
  readonly day: Date | null;
  readonly rubles: number | null;
  readonly reason: string | null;
  readonly body: string | null;
}

export interface CaseView {
  readonly site: Site;
  readonly number: string;
  readonly secret: string;
  readonly kind: AppealKind;
  readonly registeredAt: Date;
  readonly text: string;
  readonly photos: readonly Photo[];
  readonly place: string | null;
  readonly topic: string | null;
  readonly step: CaseStep;
  readonly withdrawnAt: Date | null;
  readonly body: { readonly name: string; readonly since: Date } | null;
  /** `paused`: the clock waits for the resident's reply. */
  readonly due:
    | { readonly kind: 'running'; readonly at: Date; readonly workingMinutesLeft: number }
    | { readonly kind: 'paused' | 'answered' | 'unknown' };
  readonly problem: ProblemView | null;
  /** The same of a suggestion, a question or thanks, after the answer. */
  readonly kindState: KindState | null;
  readonly neighbours: number;
  readonly question: { readonly text: string; readonly by: string; readonly at: Date } | null;
  readonly answers: readonly AnswerView[];
  readonly history: readonly HistoryEntry[];
  /** Until when the fix may be confirmed or disputed; `null` if it may not. */
  readonly confirmUntil: Date | null;
  /** The problem stayed or came back after the case was closed. */
  readonly mayReopen: boolean;
  /** Why we did not take it for work; `null` where we did. */
  readonly declined: DeclinedAs | null;
  readonly mayObject: boolean;
  readonly mayRate: { readonly answer: boolean; readonly fix: boolean };
  readonly rating: { readonly answer: number | null; readonly fix: number | null } | null;
  /** Sent with the forms; the same key twice is the same message. */
  readonly submissionKey: string;
  readonly mayWrite: boolean;
  readonly mayWithdraw: boolean;
  readonly danger: boolean;
  /** What was just done successfully, if this page follows a form. */
  readonly done: CaseDone | null;
  /** The refused form and what was typed in it. */
  readonly refused: {
    readonly form: CaseForm;
    readonly text: string;
    readonly problems: readonly FormProblem[];
    readonly filesLost: boolean;
    readonly keptPhotos: readonly string[];
  } | null;
  readonly limits: Limits;
}

export const caseForms = ['reply', 'confirm', 'dispute', 'rate', 'message', 'withdraw', 'object'] as const;
export type CaseForm = (typeof caseForms)[number];

/** `changed`: the case had moved on before the form came, and the page shows where to. */
export const caseDone = [
  'replied',
  'written',
  'confirmed',
  'disputed',
  'rated',
  'withdrawn',
  'objected',
  'changed',
] as const;
export type CaseDone = (typeof caseDone)[number];

export interface PublicAnswerView {
  readonly site: Site;
  readonly number: string;
  readonly answer: AnswerView;
}

export interface FindView {
  readonly site: Site;
  readonly values: { readonly number: string };
  readonly problems: readonly FormProblem[];
  readonly notFound: boolean;
}

export type ErrorView = { readonly site: Site } & (
  | { readonly status: 400 | 403 | 404 | 410 | 413 }
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: 500; readonly errorNumber: string }
  | { readonly status: 503; readonly minutes: number }
);

export interface SimpleView {
  readonly site: Site;
}
