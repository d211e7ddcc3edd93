import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpStatus } from '#contract/http-status.ts';
import type { Failure } from '#kernel/failures.ts';
import { failureSentence } from '#texts/failure-sentence.ts';
import { failures as english } from '#texts/en/failures.ts';
import { failures as russian } from '#texts/ru/failures.ts';
import { languageOf } from './language.ts';

/** A moment in words of the reader's language, in the region's zone. */
const momentIn = (language: 'ru' | 'en', zone: string) => (instant: string) =>
  new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

/** The sentence of a failure for this reader. */
export function sentenceFor(failure: Failure, request: FastifyRequest, zone: string): string {
  const language = languageOf(request);
  return failureSentence(language === 'ru' ? russian : english, failure, {
    moment: momentIn(language, zone),
  });
}

/** Replies with a failure of the catalogue: its status, its code with what it carries, and a sentence. */
export async function replyFailure(
  reply: FastifyReply,
  request: FastifyRequest,
  failure: Failure,
  zone: string,
): Promise<FastifyReply> {
  if (failure.code === 'too_many_attempts')
    void reply.header('retry-after', String(failure.retryAfterSeconds));
  return reply
    .status(httpStatus[failure.code])
    .send({ failure, message: sentenceFor(failure, request, zone) });
}
