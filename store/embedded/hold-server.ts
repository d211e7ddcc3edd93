import { startEmbedded } from './start-embedded.ts';

/** Run by tests as a program that uses the server until it is stopped or killed. */
const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '' });
process.stdout.write(
  `${JSON.stringify({ pid: embedded.pid, appUrl: embedded.appUrl, folder: embedded.folder })}\n`,
);
process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
