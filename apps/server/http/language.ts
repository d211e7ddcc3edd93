import type { FastifyRequest } from 'fastify';
import type { Language } from '#texts/number.ts';

/** The reader's language: chosen once by the cookie, else the browser's first of ours, else Russian. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies['otklik_language'];
  if (chosen === 'ru' || chosen === 'en') return chosen;
  const accepted = (request.headers['accept-language'] ?? '').toLowerCase().split(',');
  for (const one of accepted) {
    const code = one.trim().slice(0, 2);
    if (code === 'ru' || code === 'en') return code;
  }
  return 'ru';
}
