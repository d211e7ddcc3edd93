import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dangerLevel, fileHash, id, instant, none, point } from './shapes.ts';

/** Longest text a resident may send, in characters: a long letter, not a book. */
export const longestText = 20_000;
export const mostFiles = 5;

/** A message of a resident through the portal; the form without JavaScript ends in the same act. */
export const sendMessage = endpoint({
  method: 'POST',
  path: '/messages',
  summary: 'Send a message as a resident',
  access: 'message.send',
  params: none,
  query: none,
  body: z.strictObject({
    /** Made by the client once per form: a repeat of the same key is the same message. */
    key: z.string().min(8).max(100),
    text: z.string().max(200_000),
    point: point.nullish(),
    address: z.string().max(300).nullish(),
    email: z.email().max(200).nullish(),
    /** The problem of `neighboursForResident` that the resident sees too. */
    sameAs: id.nullish(),
    files: z.array(fileHash).max(20).default([]),
  }),
  success: z.object({
    number: z.string(),
    trackingUrl: z.string(),
    danger: dangerLevel.nullable(),
    answerBy: instant.nullable(),
  }),
  failures: [
    'text_empty',
    'text_too_long',
    'coordinates_impossible',
    'file_not_found',
    'too_many_files',
    'region_not_found',
  ],
});

/** A photo goes before the message, as multipart/form-data with one field `file`; the reply names it by hash. */
export const sendFile = endpoint({
  method: 'POST',
  path: '/files',
  summary: 'Upload a photo (multipart/form-data, field "file")',
  access: 'message.send',
  params: none,
  query: none,
  body: none,
  success: z.object({ hash: fileHash, width: z.int(), height: z.int() }),
  failures: [
    'file_too_large',
    'file_not_an_image',
    'image_too_many_pixels',
    'image_broken',
    'region_not_found',
  ],
});

/** A phone call, a visit or a letter on paper, entered by an operator of the reception desk. */
export const registerAtDesk = endpoint({
  method: 'POST',
  path: '/appeals',
  summary: 'Register a message received by phone, in person or on paper',
  access: 'appeal.register',
  params: none,
  query: none,
  body: z.strictObject({
    key: z.string().min(8).max(100),
    text: z.string().max(200_000),
    source: z.enum(['phone', 'visit', 'paper']),
    contactName: z.string().max(200).nullish(),
    contactPhone: z.string().max(50).nullish(),
    address: z.string().max(300).nullish(),
    point: point.nullish(),
    /** The problem of `neighboursAtDesk` it is about. */
    sameAs: id.nullish(),
    files: z.array(fileHash).max(20).default([]),
  }),
  success: z.object({ appealId: id, number: z.string() }),
  failures: ['text_empty', 'text_too_long', 'coordinates_impossible', 'file_not_found', 'too_many_files'],
});
