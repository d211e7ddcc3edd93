/**
 * What leaves a transaction: jobs written by `add_job` in the transaction itself, done at least once by the worker.
 * Every handler is idempotent. Payloads carry ids only, never text.
 */
export interface Jobs {
  /** A raw payload is stored and acknowledged: parse it and take in what it holds. */
  readonly read_payload: { readonly regionId: number; readonly payloadId: string };
  /** Appeals are registered: understand, route, open. */
  readonly carry_on: { readonly regionId: number; readonly appealIds: readonly string[] };
  /** A message joined a case. */
  readonly read_addition: {
    readonly regionId: number;
    readonly appealId: string;
    readonly messageId: string;
  };
  /** The first message of a case was edited. */
  readonly read_again: { readonly regionId: number; readonly appealId: string };
  /** Files of a message could not be downloaded at once. */
  readonly fetch_files: { readonly regionId: number; readonly appealId: string; readonly messageId: string };
  readonly deliver: { readonly regionId: number; readonly deliveryId: string };
  /** The channel says that something sent earlier did not arrive. */
  readonly note_bounce: {
    readonly regionId: number;
    readonly accountId: number;
    readonly externalId: string;
    readonly reason: 'blocked' | 'gone' | 'text_refused';
  };
  /** Every minute: warnings, escalations, pauses that ran out, confirmation windows, promises. */
  readonly watch_clocks: object;
  /** Every hour: what has outlived its term is erased. */
  readonly retain: object;
  /** Learning was asked for: a new model from the region's own corrections. */
  readonly retrain: { readonly regionId: number; readonly trainingId: string };
}

export type JobName = keyof Jobs;
