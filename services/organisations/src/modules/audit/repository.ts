import type { Database } from '@lapor/database';

export type AuditRow = {
  id: number;
  at: Date;
  action: string;
  actor_id: string | null;
  officer_id: string | null;
  organisation_id: string | null;
  facts: Record<string, string | number | boolean>;
};

export type AuditSelection = {
  /** Only what belongs to one of these; null: everything. */
  visibleAt: readonly string[] | null;
  withinId?: string | null | undefined;
  actorId?: string | null | undefined;
  officerId?: string | null | undefined;
  organisationId?: string | null | undefined;
  actions?: readonly string[] | null | undefined;
  /** From this instant, up to but not including the other. */
  from: Date | null;
  until: Date | null;
};

/** Newest first, after a position. */
export function listAuditEntries(
  database: Database,
  selection: AuditSelection,
  { after, limit }: { after: number | null; limit: number },
): Promise<AuditRow[]> {
  const values: unknown[] = [limit];
  const conditions: [name: string, condition: (parameter: string) => string, value: unknown][] = [
    ['visible', (value) => `e.places && ${value}`, selection.visibleAt],
    ['within', (value) => `e.places @> array[${value}]`, selection.withinId],
    ['actor', (value) => `e.actor_id = ${value}`, selection.actorId],
    ['officer', (value) => `e.officer_id = ${value}`, selection.officerId],
    ['organisation', (value) => `e.organisation_id = ${value}`, selection.organisationId],
    ['actions', (value) => `e.action = any(${value})`, selection.actions],
    ['from', (value) => `e.at >= ${value}`, selection.from],
    ['until', (value) => `e.at < ${value}`, selection.until],
    ['after', (value) => `e.id < ${value}`, after],
  ];
  const asked = conditions.filter(([, , value]) => value !== null && value !== undefined);
  const where = asked.map(([, condition, value]) => condition(`$${values.push(value)}`)).join(' and ');
  return database.query(
    // The names of all conditions together would be longer than PostgreSQL allows.
    `audit-entries-${asked.map(([name]) => name.slice(0, 4)).join('-')}`,
    `select e.id, e.at, e.action, e.actor_id, e.officer_id, e.organisation_id, e.facts from audit_entry e
     ${where === '' ? '' : `where ${where}`} order by e.id desc limit $1`,
    values,
  );
}
