import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Seals } from '#store/seal.ts';

export interface NewChannel {
  readonly id: number;
  /** Name of the connector. */
  readonly channel: string;
  /** As people of the centre call it. */
  readonly name: string;
  /** Unguessable last part of the address the channel calls us at. */
  readonly key: string;
  /** What the connector asked for; tokens and passwords are in it, so it is sealed. */
  readonly settings: unknown;
  /** Shown, and neither read nor called, when `false`; connected by default. */
  readonly isEnabled?: boolean;
}

/** Connects channel accounts to a region. Their settings must be checked by the connector before. */
export const addChannels = (
  tx: Writer,
  regionId: number,
  channels: readonly NewChannel[],
  seals: Seals,
): Promise<void> =>
  insertRows(
    tx,
    'channel_account',
    channels.map((one) => ({
      region_id: regionId,
      id: one.id,
      channel: one.channel,
      name: one.name,
      key: one.key,
      sealed_settings: seals.seal('channel', one.settings),
      is_enabled: one.isEnabled ?? true,
    })),
  );

/** Replaces the settings of a connected channel. */
export async function changeChannelSettings(
  tx: Writer,
  regionId: number,
  accountId: number,
  settings: unknown,
  seals: Seals,
): Promise<void> {
  await tx
    .updateTable('channel_account')
    .set({ sealed_settings: seals.seal('channel', settings) })
    .where('region_id', '=', regionId)
    .where('id', '=', accountId)
    .execute();
}
