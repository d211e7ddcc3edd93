import type { FastifyInstance } from 'fastify';
import type { App } from '#house/app.ts';
import { registerDemo } from './demo/register-demo.ts';
import { registerPortal } from './portal/routes.ts';
import { registerAnswer } from './routes/answer.ts';
import { registerCentre } from './routes/centre.ts';
import { registerChannels } from './routes/channels.ts';
import { registerConsole } from './routes/console.ts';
import { registerDesk } from './routes/desk.ts';
import { registerFiles } from './routes/files.ts';
import { registerHealth } from './routes/health.ts';
import { registerMap } from './routes/map.ts';
import { registerRegister } from './routes/register.ts';
import { registerQuality } from './routes/quality.ts';
import { registerResidentApi } from './routes/resident.ts';
import { registerTopics } from './routes/topics.ts';
import { registerWork } from './routes/work.ts';
import { registerWorkActs } from './routes/work-acts.ts';

/** Every route there is. @param demoPassword shown on the sign-in page of a demo, `null` elsewhere */
export async function registerRoutes(
  app: App,
  http: FastifyInstance,
  demoPassword: string | null,
): Promise<void> {
  registerHealth(app, http);
  if (demoPassword !== null) registerDemo(app, http);
  registerCentre(app, http, demoPassword);
  registerWork(app, http);
  registerWorkActs(app, http);
  registerDesk(app, http);
  registerAnswer(app, http);
  registerFiles(app, http);
  registerChannels(app, http);
  registerResidentApi(app, http);
  registerMap(app, http);
  registerQuality(app, http);
  registerRegister(app, http);
  registerTopics(app, http);
  await registerPortal(app, http);
  await registerConsole(http);
}
