import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import { openContent } from '#flow/intake/queries/content.ts';
import type { MessageContent } from '#flow/intake/rules/message-content.ts';

/** Of a problem with more reports the newest are looked at: nobody needs to know whether six hundred people wrote or seven. */
const MOST_REPORTS = 500;

/**
 * How many different people reported each of these problems, by problem. Declined and withdrawn cases do not count. Who they
 * are is opened to tell them apart and forgotten at once: no query of ours lists what one person wrote.
 */
export async function countReporters(
  tx: Db | Writer,
  regionId: number,
  incidentIds: readonly string[],
  seals: Seals,
): Promise<ReadonlyMap<string, number>> {
  if (incidentIds.length === 0) return new Map();
  const { rows } = await sql<Report>`
    select asked.id as incident_id, r.channel, r.thread, r.sealed
    from unnest(${incidentIds}::uuid[]) as asked(id)
    cross join lateral (
      select s.channel, encode(m.thread_hash, 'hex') as thread, v.sealed
      from incident_appeal j
      join appeal_state s on s.region_id = j.region_id and s.appeal_id = j.appeal_id
      join appeal a on a.region_id = j.region_id and a.id = j.appeal_id
      join message m on m.region_id = a.region_id and m.id = a.message_id
      join message_version v on v.region_id = m.region_id and v.message_id = m.id and v.version = 1
      where j.region_id = ${regionId} and j.incident_id = asked.id
        and s.stage <> 'declined' and s.closed_as is distinct from 'withdrawn'
      order by s.received_at desc limit ${MOST_REPORTS}) r`.execute(tx);
  const people = Map.groupBy(rows, (row) => row.incident_id);
  return new Map(
    [...people].map(([id, reports]) => [id, new Set(reports.map((one) => reporterOf(one, seals))).size]),
  );
}

interface Report {
  readonly incident_id: string;
  readonly channel: string;
  readonly thread: string;
  readonly sealed: Buffer;
}

/** What tells one reporter from another: how they may be reached, else their account of the channel, else the thread. */
function reporterOf({ channel, thread, sealed }: Report, seals: Seals): string {
  const { contact, author }: Pick<MessageContent, 'contact' | 'author'> = openContent(seals, sealed);
  const reached = contact ?? author.externalId;
  if (reached === null) return thread;
  return reachedBy(reached) ?? (contact === null ? `${channel}:${reached}` : `contact:${reached}`);
}

const MOBILE_DIGITS = 10;

/** An address or a telephone number is the same person in every channel; `null`: it is neither. */
function reachedBy(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.includes('@')) return `mail:${trimmed}`;
  const digits = trimmed.replace(/\D/g, '');
  const isPhone = /^[\d\s()+-]+$/.test(trimmed) && digits.length >= MOBILE_DIGITS;
  return isPhone ? `phone:${digits.slice(-MOBILE_DIGITS)}` : null;
}
