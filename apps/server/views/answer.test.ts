import { describe, expect, test } from 'vitest';
import type { DeliveryRow } from '#flow/answer/queries/deliveries.ts';
import { deliveryOf } from './answer.ts';

const at = new Date('2026-03-10T09:00:00Z');
const letter: DeliveryRow = {
  region_id: 1,
  id: '01900000-0000-7000-8000-000000000001',
  appeal_id: '01900000-0000-7000-8000-000000000002',
  answer_id: null,
  purpose: 'question',
  text: 'У какого дома?\n\nСледить за сообщением: https://portal.test/r/perm/case/26-000123/AbC-d_0123456789abcd',
  state: 'sent',
  attempts: 1,
  claimed_at: at,
  next_at: null,
  external_id: null,
  detail: null,
  fallback: false,
  created_at: at,
  settled_at: at,
  settled_by: null,
};

describe('a letter on the card', () => {
  test('keeps the secret of the link from whoever may not reach the author', () => {
    const { text } = deliveryOf(letter, false);
    expect(text).toContain('У какого дома?');
    expect(text).toContain('https://portal.test/r/perm/case/26-000123/…');
    expect(text).not.toContain('AbC-d_0123456789abcd');
  });

  test('is whole for whoever carries it by hand', () => {
    expect(deliveryOf(letter, true).text).toBe(letter.text);
  });
});
