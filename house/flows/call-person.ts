import { lockState, touchState } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';

/** Something of this case was not delivered: the case calls a person, unless it calls one already. */
export async function callPerson(tx: Writer, regionId: number, appealId: string, at: Date): Promise<void> {
  const state = await lockState(tx, regionId, appealId);
  if (state.ok && state.value.needs_attention === null)
    await touchState(tx, state.value, { needs_attention: 'delivery_failed' }, at, null);
}
