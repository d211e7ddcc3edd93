import type { Writer } from './connection.ts';
import { newId } from './ids.ts';
import { insertRows } from './insert-rows.ts';

/** One line of the audit log: who did what to which thing. Codes and ids only. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Adds to the audit log in the transaction of the act itself: no act without its line, no line without its act. */
export async function audit(tx: Writer, regionId: number, entries: readonly AuditEntry[]): Promise<void> {
  await insertRows(
    tx,
    'audit_entry',
    entries.map((entry) => ({
      region_id: regionId,
      id: newId(entry.at),
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      details: { ...entry.details },
    })),
  );
}
