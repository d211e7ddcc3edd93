import { z } from 'zod';
import { mostPhrases, phraseLength } from '#centre/rules/own-topic.ts';
import { mostTrialExamples } from '#flow/understand/rules/topic-trial.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, none } from './shapes.ts';

const code = z.string().min(1).max(60);
const phrases = z.array(z.string().trim().max(phraseLength.most)).min(1).max(mostPhrases);
const sentence = z.string().trim().min(3).max(500);

export const ownTopics = endpoint({
  method: 'GET',
  path: '/topics/own',
  summary: 'Topics the region added itself, with their phrases',
  access: 'topics.read',
  params: none,
  query: none,
  body: none,
  success: z.object({
    topics: z.array(
      z.object({
        code: z.string(),
        name: z.object({ ru: z.string(), en: z.string() }),
        sector: z.string(),
        belongs: z.string(),
        doesNotBelong: z.string(),
        phrases: z.array(z.string()),
        addedAt: instant,
        addedBy: z.string().nullable(),
        /** Cases that have the topic now. */
        cases: z.int(),
        /** The model in force learnt it from cases; else it is guessed by its phrases and never acts alone. */
        isLearnt: z.boolean(),
      }),
    ),
  }),
  failures: [],
});

export const tryTopic = endpoint({
  method: 'POST',
  path: '/topics/trials',
  summary: 'What a topic with these phrases would have changed in the latest cases; nothing is changed',
  access: 'topics.read',
  params: none,
  query: none,
  body: z.strictObject({
    /** The own topic whose phrases are being changed; `null`: a new one. */
    code: code.nullable(),
    phrases,
  }),
  success: z.object({
    looked: z.int(),
    taken: z.int(),
    offered: z.int(),
    takenFrom: z.array(z.object({ topic: z.string().nullable(), cases: z.int() })),
    /** The surest of the taken ones; none for who does not read cases. */
    examples: z
      .array(
        z.object({
          appealId: id,
          number: z.string(),
          excerpt: z.string(),
          topic: z.string().nullable(),
          confidence: z.number(),
        }),
      )
      .max(mostTrialExamples),
    phrasesAre: z.array(z.object({ topic: z.string(), phrases: z.int() })),
    recognised: z.int(),
    phrases: z.int(),
  }),
  failures: ['phrases_too_few'],
});

export const addTopic = endpoint({
  method: 'POST',
  path: '/topics',
  summary: 'Add a topic of the region; from then on it is proposed',
  access: 'topics.edit',
  params: none,
  query: none,
  body: z.strictObject({
    name: z.string().trim().min(3).max(120),
    nameEn: z.string().trim().min(3).max(120).nullable(),
    /** The topic it is most like: its sector, owner, clocks and visibility are taken over. */
    like: code,
    belongs: sentence,
    doesNotBelong: sentence,
    phrases,
  }),
  success: z.object({ code: z.string() }),
  failures: ['topic_not_found', 'phrases_too_few', 'topic_exists'],
});

export const changePhrases = endpoint({
  method: 'PUT',
  path: '/topics/:code/phrases',
  summary: 'Give one of the region’s own topics other phrases',
  access: 'topics.edit',
  params: z.strictObject({ code }),
  query: none,
  body: z.strictObject({ phrases }),
  success: none,
  failures: ['phrases_too_few', 'not_found'],
});

export const withdrawTopic = endpoint({
  method: 'POST',
  path: '/topics/:code/withdraw',
  summary: 'Take one of the region’s own topics out of use; its cases keep it',
  access: 'topics.edit',
  params: z.strictObject({ code }),
  query: none,
  body: z.strictObject({ reason: sentence }),
  success: none,
  failures: ['not_found'],
});
