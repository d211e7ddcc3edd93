import { Worker } from 'node:worker_threads';

/** Room for the weights of a large region; a runaway computation ends itself and not the program. */
const MOST_MEGABYTES = 2048;

/**
 * Runs a long computation in a thread of its own, so that the program goes on answering and doing jobs.
 *
 * @param file a module that posts its result to `parentPort`
 * @param data given to it as `workerData`
 * @param signal ends the thread; the promise then rejects
 */
export function runInThread<Out>(file: URL, data: unknown, signal: AbortSignal | null): Promise<Out> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const stop = (): void => {
      reject(new Error('the thread was stopped'));
      void worker.terminate();
    };
    if (signal?.aborted === true) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (result: Out) => resolve(result));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`the thread ended with ${code}`));
    });
  });
}
