import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { form, photoOf, pit, startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database);
const { get, post, postJson } = portal;
afterAll(() => portal.stop());

const photo = await photoOf('#375');

describe('the API of a resident', () => {
  test('a photo, a message with it, and the case by its link', async () => {
    const upload = await post('/api/files', [{ name: 'file', value: photo, filename: 'x.jpg' }]);
    expect(upload.statusCode).toBe(200);
    const { hash } = upload.json();
    const sent = await postJson('/api/messages', { key: crypto.randomUUID(), text: pit, files: [hash] });
    expect(sent.json()).toMatchObject({ danger: null, answerBy: expect.any(String) });
    const path = new URL(sent.json().trackingUrl).pathname.replace('/case/', '/api/tracking/');
    const tracked = await get(path);
    expect(tracked.json()).toMatchObject({
      stage: 'triage',
      words: [{ text: pit }],
      files: [{ hash, side: 'resident' }],
      canAdd: true,
      canConfirm: false,
    });
    const added = await postJson(`${path}/messages`, { key: 'key-of-form', text: 'Ещё одна яма рядом' });
    expect(added.json().words).toHaveLength(2);
    expect((await postJson(`${path}/confirm`, { isFixed: true })).json().failure.code).toBeDefined();
    expect((await get(`${path}x`)).statusCode).toBe(404);
  });

  test.each([
    ['/api/messages', { key: 'x'.repeat(8), text: '' }, 422],
    ['/api/messages', { key: 'x'.repeat(8), text: 'Яма', point: { lat: 999, lon: 1 } }, 422],
    ['/api/messages', { key: 'x'.repeat(8), text: 'Яма', files: ['0'.repeat(64)] }, 422],
    ['/api/messages', { text: 1 }, 400],
  ])('%s refuses %o', async (url, body, status) => {
    const reply = await postJson(url, body);
    expect(reply.statusCode).toBe(status);
    expect(reply.json().message).toMatch(/[а-я]/);
  });

  test('a file that is none', async () => {
    expect((await post('/api/files', form({ file: 'x' }))).statusCode).toBe(400);
    expect(
      (await post('/api/files', [{ name: 'file', value: Buffer.from('x'), filename: 'x.jpg' }])).statusCode,
    ).toBe(415);
    expect(
      (await post('/api/files', [{ name: 'file', value: Buffer.alloc(5_000_000), filename: 'x.jpg' }]))
        .statusCode,
    ).toBe(413);
  });
});
