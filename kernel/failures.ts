/**
 * The one catalogue of what may go wrong in normal work. A new code does not compile until it has
 * an HTTP status (contract/http-status.ts) and a sentence (texts/ru/failures.ts, texts/en/failures.ts).
 */
export type Failure =
  // who is asking
  | { readonly code: 'not_signed_in' }
  | { readonly code: 'not_allowed' }
  | { readonly code: 'wrong_credentials' }
  | { readonly code: 'too_many_attempts'; readonly retryAfterSeconds: number }
  | { readonly code: 'wrong_csrf_token' }
  // what was asked
  | {
      readonly code: 'bad_request';
      readonly fields: readonly { readonly path: string; readonly rule: string }[];
    }
  | { readonly code: 'not_found' }
  | { readonly code: 'region_not_found' }
  | { readonly code: 'appeal_not_found' }
  | { readonly code: 'answer_not_found' }
  | { readonly code: 'topic_not_found'; readonly topic: string }
  | { readonly code: 'topic_exists' }
  | { readonly code: 'phrases_too_few'; readonly given: number; readonly needed: number }
  | { readonly code: 'authority_not_found' }
  | {
      readonly code: 'stale_version';
      readonly expected: number;
      readonly actual: number;
      readonly changedBy: string | null;
      readonly changedAt: string;
    }
  // intake
  | { readonly code: 'text_empty' }
  | { readonly code: 'text_too_long'; readonly length: number; readonly limit: number }
  | { readonly code: 'coordinates_impossible' }
  | { readonly code: 'extent_not_possible' }
  | { readonly code: 'object_not_fitting'; readonly why: 'removed' | 'kind' | 'territory' }
  | { readonly code: 'file_too_large'; readonly limitBytes: number }
  | { readonly code: 'too_many_files'; readonly limit: number }
  | { readonly code: 'file_not_an_image'; readonly detected: string | null }
  | { readonly code: 'image_too_many_pixels'; readonly limitPixels: number }
  | { readonly code: 'image_broken' }
  | { readonly code: 'file_not_found'; readonly file: string }
  | { readonly code: 'wrong_secret' }
  | { readonly code: 'update_malformed'; readonly detail: string }
  | { readonly code: 'channel_not_configured' }
  // route and clocks
  | { readonly code: 'calendar_exhausted'; readonly knownUntil: string }
  | { readonly code: 'calendar_malformed'; readonly detail: string }
  | { readonly code: 'deadline_passed'; readonly dueAt: string }
  | { readonly code: 'clock_not_pausable'; readonly clock: string }
  | { readonly code: 'extension_not_allowed'; readonly clock: string }
  | { readonly code: 'extension_too_long'; readonly latest: string }
  | { readonly code: 'never_to_the_body_complained_of' }
  | { readonly code: 'rule_exists' }
  | { readonly code: 'register_changed' }
  // work and answer
  | { readonly code: 'move_not_allowed'; readonly from: string; readonly to: string }
  | { readonly code: 'reason_required' }
  | { readonly code: 'date_required' }
  | { readonly code: 'personal_data_in_answer' }
  | { readonly code: 'answer_too_long'; readonly length: number; readonly limit: number }
  | { readonly code: 'nothing_to_confirm' }
  | { readonly code: 'already_rated' }
  // learning
  | { readonly code: 'period_not_possible'; readonly mostDays: number }
  | { readonly code: 'training_under_way' }
  | { readonly code: 'model_not_usable' };

export type FailureCode = Failure['code'];
