import { rulesHaveNoClock } from './clock.ts';
import { noBarrels, noGenericDrawers } from './drawers.ts';
import { environmentIsReadOnce, everyTestRuns } from './environment.ts';
import type { Law } from './law.ts';
import { filesAreShort } from './size.ts';
import { textsSpeakBothLanguages } from './texts.ts';
import { noMachinePaths, noRegistryAddresses, onlyTheProductSpeaks } from './words.ts';
import { oneWriterPerTable } from './writers.ts';

/** Laws no other tool can hold. */
export const laws: readonly Law[] = [
  rulesHaveNoClock,
  oneWriterPerTable,
  noGenericDrawers,
  noBarrels,
  filesAreShort,
  textsSpeakBothLanguages,
  noRegistryAddresses,
  noMachinePaths,
  onlyTheProductSpeaks,
  environmentIsReadOnce,
  everyTestRuns,
];
