import PostalMime from 'postal-mime';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { addChannels } from '#centre/acts/add-channels.ts';
import { emailSettings } from '#channels/email/settings.ts';
import { startSmtp } from '#channels/email/testing/smtp.ts';
import { deliver } from '#house/flows/deliver.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { form, pit, startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database);
const smtp = await startSmtp();
afterAll(async () => {
  await portal.stop();
  await smtp.stop();
});

test('an answer goes by e-mail too, where its author left an address', async () => {
  const settings = emailSettings.parse({
    address: smtp.user,
    displayName: 'Приёмная',
    imap: { host: '127.0.0.1', port: 9, secure: 'none', user: 'desk', password: 'x' },
    smtp: {
      host: '127.0.0.1',
      port: smtp.port,
      secure: 'none',
      login: { user: smtp.user, password: smtp.password },
    },
  });
  const mailbox = { id: 3, channel: 'email', name: 'Почта', key: 'mailbox-key-of-test', settings };
  await portal.run((tx) => addChannels(tx, portal.region.id, [mailbox], portal.app.seals));
  portal.app.knowledge.forget();
  const { appealId } = await portal.sendCase(pit, form({ email: 'anna@example.org' }));
  await portal.staff.take(appealId);
  await portal.staff.answer(appealId, 'Дорожная служба заделала яму 10 марта.');
  const waiting = await sql<{ id: string }>`
    select id from delivery where appeal_id = ${appealId} and purpose = 'final'`.execute(database.owner());
  const deliveryId = waiting.rows[0]?.id ?? '';
  await deliver(portal.app, { regionId: portal.region.id, deliveryId }, AbortSignal.timeout(10_000));
  const state = sql<{ state: string }>`select state from delivery where id = ${deliveryId}`;
  expect((await state.execute(database.owner())).rows).toEqual([{ state: 'sent' }]);
  const [letter] = smtp.letters;
  const read = await PostalMime.parse(letter?.raw ?? '');
  expect(read.to?.[0]?.address).toBe('anna@example.org');
  expect(read.text).toContain('Дорожная служба заделала яму 10 марта.');
});
