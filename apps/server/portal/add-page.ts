import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visit } from './visit.ts';

/** What a page of the portal does with a request whose region is known. */
export type PageHandler = (
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/** Registers one page; a request for no region gets the page that says so. */
export type AddPage = (method: 'GET' | 'POST', url: string, handler: PageHandler) => void;
