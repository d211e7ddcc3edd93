import { count, type CountedEvent } from '#flow/learn/queries/outcomes.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';

/** Adds what happened to a case to the counts of its local day. */
export const countCase = (
  tx: Writer,
  knowledge: RegionKnowledge,
  state: Pick<AppealStateRow, 'municipality_id' | 'topic' | 'channel' | 'lat'>,
  event: CountedEvent,
  at: Date,
): Promise<void> =>
  count(tx, knowledge.region.id, [
    {
      day: knowledge.time.dayOf(at),
      event,
      municipalityId: state.municipality_id,
      topic: state.topic,
      channel: state.channel,
      hasPlace: state.lat !== null,
    },
  ]);
