import type { ChannelIo } from '#channels/connector.ts';
import type { App } from '../app.ts';
import type { Account } from '../knowledge.ts';

/** The hands a connector is given: its settings, a signal to stop, a log of codes. */
export const channelIo = (app: App, account: Account, signal: AbortSignal): ChannelIo<unknown> => ({
  settings: account.settings,
  signal,
  log: (event, fields = {}) =>
    app.log.info({ event, account: account.id, channel: account.channel, ...fields }),
});
