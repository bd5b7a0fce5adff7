import type { Database } from '@lapor/database';
import type { AuditAction } from './vocabulary.ts';

export interface AuditRow {
  id: number;
  at: Date;
  action: AuditAction;
  actor_kind: 'CITIZEN' | 'OFFICER' | 'SYSTEM' | 'KEY' | 'SERVICE';
  actor_id: string | null;
  organisation_id: string | null;
  report_id: string | null;
  number: string | null;
}

export interface AuditCondition {
  /** Whoever looks works at one of these; `null`: the national desk, which sees all. */
  within: readonly string[] | null;
  /** Narrows to reports in this organisation's subtree. */
  organisationId: string | null;
  reportNumber: string | null;
  actorId: string | null;
  actions: readonly string[] | null;
  from: Date | null;
  until: Date | null;
}

/**
 * Entries, newest first. Of a report that is confidential by now only those see any who work at a handling organisation itself:
 * nobody above may know of it.
 */
export function listAudit(
  database: Database,
  condition: AuditCondition,
  after: number | null,
  limit: number,
): Promise<AuditRow[]> {
  const values: unknown[] = [limit];
  const names: string[] = [];
  const conditions: string[] = [];
  const add = (name: string, value: unknown, sql: (parameter: string) => string) => {
    if (value === null) return;
    values.push(value);
    names.push(name);
    conditions.push(sql(`$${values.length}`));
  };
  // Where nobody handles a report nobody may look, so those entries are not in the index.
  const inReach = (parameter: string) =>
    `(a.reach <> '{}' and a.reach && ${parameter}::text[] and (not coalesce(r.is_confidential, false) or a.units && ${parameter}::text[]))`;
  add('within', condition.within, inReach);
  add('organisation', condition.organisationId === null ? null : [condition.organisationId], inReach);
  add('number', condition.reportNumber, (parameter) => `r.number = ${parameter}`);
  add('actor', condition.actorId, (parameter) => `a.actor_id = ${parameter}`);
  add('actions', condition.actions, (parameter) => `a.action = any(${parameter}::text[])`);
  add('from', condition.from, (parameter) => `a.at >= ${parameter}`);
  add('until', condition.until, (parameter) => `a.at < ${parameter}`);
  add('after', after, (parameter) => `a.id < ${parameter}`);
  return database.query<AuditRow>(
    `audit:${names.join('+')}`,
    `select a.id, a.at, a.action, a.actor_kind, a.actor_id, a.organisation_id, a.report_id, r.number
     from audit a left join report r on r.id = a.report_id
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} order by a.id desc limit $1`,
    values,
  );
}
