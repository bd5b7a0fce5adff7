import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { textArray } from '../organisation/index.ts';
import type { AuditAction } from './vocabulary.ts';

/** Something that was done or read, for the audit: ids and facts, never text, name or a citizen's account. */
export interface AuditNote {
  at: Date;
  action: AuditAction;
  actorKind: 'CITIZEN' | 'OFFICER' | 'SYSTEM' | 'KEY' | 'SERVICE';
  /** Id of an officer or API key, or the name of a service. */
  actorId: string | null;
  /** For which organisation. */
  organisationId: string | null;
  /** `null` where it is about no report. */
  reportId: string | null;
  /** What it is about, where that is no report. */
  subjectId?: string;
  /** Paths of those who handle the report or have it at their desk: who may look at the entry. */
  paths: readonly (readonly string[])[];
  facts: Record<string, string | number | null>;
}

/** The statement that writes an entry, to stand alone or within another one. */
export const auditInsert = (note: AuditNote): { sql: string; values: unknown[] } => ({
  sql: `insert into audit (at, actor_kind, actor_id, action, subject_id, organisation_id, report_id, units, reach, facts)
    values (?::timestamptz, ?, ?, ?, ?, ?, ?::uuid, ?::text[], ?::text[], ?::jsonb)`,
  values: [
    note.at.toISOString(),
    note.actorKind,
    note.actorId,
    note.action,
    note.subjectId ?? note.reportId,
    note.organisationId,
    note.reportId,
    textArray([...new Set(note.paths.flatMap((path) => path.slice(-1)))]),
    textArray([...new Set(note.paths.flat())]),
    JSON.stringify(note.facts),
  ],
});

/** Writes an entry in the running transaction. */
export async function noteInAudit(em: EntityManager, note: AuditNote): Promise<void> {
  const { sql, values } = auditInsert(note);
  await em.execute(sql, values);
}

/** Who acts, as the audit may keep it: officers and keys by id, citizens never. */
export function auditActor(viewer: Viewer): Pick<AuditNote, 'actorKind' | 'actorId'> {
  if (viewer.apiKey) return { actorKind: 'KEY', actorId: viewer.apiKey.id };
  if (viewer.kind === 'officer') return { actorKind: 'OFFICER', actorId: viewer.accountId ?? null };
  return { actorKind: 'CITIZEN', actorId: null };
}
