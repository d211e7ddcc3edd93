import { Logger } from 'graphile-worker';

/** The queue's own chatter repeats payloads, which may hold ids of people; failures are reported by the runner. */
export const quietJobLogger = new Logger(() => () => {});
