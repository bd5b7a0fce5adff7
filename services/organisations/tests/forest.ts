import { expect } from 'vitest';
import type { Database } from '@lapor/database';

export type TreeRow = {
  id: string;
  status: 'ACTIVE' | 'FORMER';
  parent_id: string | null;
  government_id: string;
  path: string[];
  successor_ids: string[];
  version: number;
  kind: string;
};

/** Some organisations with everything below them by the parents. */
export function readTree(database: Database, ids: readonly string[]): Promise<TreeRow[]> {
  return database.query<TreeRow>(
    'test-tree',
    `with recursive tree (id) as (
       select unnest($1::text[]) union select o.id from tree t join organisation o on o.parent_id = t.id
     )
     select o.id, o.status, o.parent_id, o.government_id, o.path, o.successor_ids, o.version, o.kind
     from tree t join organisation o on o.id = t.id`,
    [ids],
  );
}

/** The governments of provinces, regencies and cities, which stand below nothing of their own. */
const isLocalGovernment = ({ kind }: TreeRow) => ['PROVINCE', 'REGENCY', 'CITY'].includes(kind);

/**
 * What a forest is: every path leads from the root of a government over the parents to the organisation itself, nothing stands below itself,
 * nothing active stands below something former, and every former one reaches an active one over its successors.
 */
export function expectForest(rows: readonly TreeRow[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    const above: string[] = [];
    for (let at: TreeRow | undefined = row; at !== undefined; at = byId.get(at.parent_id ?? '')) {
      if (above.includes(at.id)) throw new Error(`${row.id} stands below itself`);
      above.unshift(at.id);
      if (isLocalGovernment(at)) break;
    }
    expect([row.id, row.path]).toEqual([row.id, above]);
    expect([row.id, row.government_id]).toEqual([row.id, row.path[0]]);
    const parent = byId.get(row.parent_id ?? '');
    if (row.parent_id !== null && parent === undefined && !isLocalGovernment(row))
      throw new Error(`${row.id} has lost its parent`);
    if (row.status === 'ACTIVE') {
      expect([row.id, parent?.status ?? 'ACTIVE', row.successor_ids]).toEqual([row.id, 'ACTIVE', []]);
      continue;
    }
    const steps: string[] = [];
    for (let at = row; at.status === 'FORMER'; at = byId.get(at.successor_ids[0]!)!) {
      if (steps.includes(at.id)) throw new Error(`${row.id} goes on in itself`);
      steps.push(at.id);
      expect([at.id, at.successor_ids.length]).toEqual([at.id, 1]);
    }
  }
}

/** What the other services were told last is what stands in the tables. */
export async function expectTold(database: Database, rows: readonly TreeRow[]): Promise<void> {
  const told = await database.query<{ stream: string; payload: any }>(
    'test-told',
    `select distinct on (stream) stream, payload from event
     where type = 'organisation.changed' and stream = any($1) order by stream, id desc`,
    [rows.map(({ id }) => id)],
  );
  const byId = new Map(told.map(({ stream, payload }) => [stream, payload]));
  for (const row of rows) {
    expect(byId.get(row.id)).toMatchObject({
      status: row.status,
      parentId: row.parent_id,
      governmentId: row.government_id,
      path: row.path,
      successorIds: row.successor_ids,
      version: row.version,
    });
  }
}
