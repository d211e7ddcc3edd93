// `npm test`: everything there is to test; the last line is `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findChromium } from './find-chromium.mjs';
import { buildBrowserApps, install, runTool, say } from './ready.mjs';

install();
const asked = process.argv.slice(2);
/** A part of the tests was asked for, and no journey among it. */
const needsBrowser = asked.length === 0 || asked.some((word) => /e2e|journeys/.test(word));
const chromium = needsBrowser ? await findChromium() : null;
if (needsBrowser && chromium === null)
  say(
    'There is no Chromium and none could be installed: the browser journeys will fail. Install it and try again.',
  );
let unbuilt = 0;
if (needsBrowser) {
  await buildBrowserApps().catch((error) => {
    say(error.message);
    unbuilt = 1;
  });
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-report-'));
const report = path.join(folder, 'report.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { code } = await runTool('vitest', ['run', ...reporters, ...asked], {
  env: chromium === null ? {} : { OTKLIK_TEST_CHROMIUM: chromium },
});
const { passed, failed, skipped } = count(unbuilt);
rmSync(folder, { recursive: true, force: true });
if (skipped > 0) say(`${skipped} skipped`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? code : 1);

/** An app that was not built counts as one failure. A file that did not even load has no tests and counts as one failure; so does an error outside every test. */
function count(already) {
  if (!existsSync(report)) return { passed: 0, failed: already + 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const counted = numFailedTests + unloaded.length;
  return {
    passed: numPassedTests,
    failed: already + (counted === 0 && code !== 0 ? 1 : counted),
    skipped: numPendingTests + numTodoTests,
  };
}
