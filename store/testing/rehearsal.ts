import { startJobRunner } from '../job-runner.ts';

declare module '#kernel/events.ts' {
  interface Jobs {
    /** Exists in tests of the queue only. */
    rehearsal: { readonly word: string };
  }
}

/** Run as a program, it takes one job, says so and never ends: the worker that a test kills. */
if (import.meta.main) {
  await startJobRunner({
    url: process.argv[2] ?? '',
    concurrency: 1,
    report: () => {},
    tasks: {
      rehearsal: async () => {
        process.stdout.write('taken\n');
        await new Promise((resolve) => setTimeout(resolve, 600_000));
      },
    },
  });
}
