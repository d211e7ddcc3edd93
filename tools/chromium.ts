/**
 * The browser of the journeys, found or installed by `npm test`.
 *
 * @throws when there is none, with the sentence that says how to get one
 */
export function chromiumPath(): string {
  const found = process.env['OTKLIK_TEST_CHROMIUM'] ?? '';
  if (found !== '') return found;
  throw new Error(
    'No Chromium for the journeys: run them by `npm test`, which finds or installs one, or set OTKLIK_TEST_CHROMIUM.',
  );
}
