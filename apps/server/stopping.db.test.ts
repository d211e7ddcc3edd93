import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startCentre } from '#e2e/testing/start-centre.ts';
import { testDatabase } from '#store/testing/test-database.ts';

// A line kept open would hold the program for more than a minute: longer than this test may last.
test('a program told to stop finishes what was asked and lets go of open lines', async () => {
  const centre = await startCentre({ database: await testDatabase(), hasWorker: false });
  const { hostname, port } = new URL(centre.url);
  const silent = connect(Number(port), hostname);
  silent.on('error', () => undefined);
  await once(silent, 'connect');

  const agent = new Agent({ keepAlive: true });
  const headers = { 'content-type': 'application/json', 'content-length': 2, expect: '100-continue' };
  const asking = request(centre.vkDoor, { agent, method: 'POST', headers });
  asking.flushHeaders();
  await once(asking, 'continue');
  const stopped = centre.stop();
  asking.end('{}');
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(400);
  await stopped;
  expect(silent.destroyed || silent.readableEnded || (await once(silent, 'close'))).toBeTruthy();
  agent.destroy();
});
