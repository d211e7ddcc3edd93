import { z } from 'zod';
import { answerAxis, messageKinds, problemStates, regimes, resolutions, kindStates } from '#kernel/appeal.ts';
import { placePrecisions } from '#kernel/place.ts';
import { roles } from '#kernel/role.ts';
import { dangerLevels } from '#flow/understand/rules/danger-pattern.ts';
import { attentions, closedAs, declinedAs, stages } from '#flow/work/rules/lifecycle.ts';

/** Shapes several endpoints share. Instants travel as ISO 8601 strings with an offset. */
export const none = z.strictObject({});
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const id = z.uuid();
export const version = z.int().positive();
export const point = z.strictObject({ lat: z.number(), lon: z.number() });
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/);

export const role = z.enum(roles);
export const stage = z.enum(stages);
export const kind = z.enum(messageKinds);
export const regime = z.enum(regimes);
export const precision = z.enum(placePrecisions);
export const problemState = z.enum(problemStates);
export const resolution = z.enum(resolutions);
export const kindState = z.enum([...kindStates.suggestion, ...kindStates.question, ...kindStates.thanks]);
export const answerAxisShape = z.enum(answerAxis);
export const attention = z.enum(attentions);
export const closedReason = z.enum(closedAs);
export const declinedReason = z.enum(declinedAs);
export const dangerLevel = z.enum(dangerLevels);

/** A keyset cursor: opaque to clients, given back as it came. */
export const cursor = z.string().max(200);

/** A list in the query string arrives as one value or as many. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(item).optional());
