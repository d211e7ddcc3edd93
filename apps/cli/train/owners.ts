import { required, type Command } from '../command.ts';
import { learnInRegion } from './in-region.ts';

export const trainOwnersCommand: Command = {
  name: 'train owners',
  summary: "learn who answers for what from a region's own past",
  takes: [],
  options: { region: { type: 'string' }, json: { type: 'boolean' } },
  help: `otklik train owners --region NAME [--json]

Learns from the answered cases of the region (masked words, municipality) which body they ended at. Learns from everything
before the newest month, is compared with the model in force on that month, and takes its place only if it is better. Where
the responsibility register is silent the body it names is then proposed, or takes the case where the model is sure; where
the register names another body, both stand on the card. What it is worth: docs/understand/owners.md.

  --region NAME   address or name of the region
  --json          one JSON object`,
  run: (typed, surroundings) => learnInRegion(required(typed, 'region'), 'owners', typed, surroundings),
};
