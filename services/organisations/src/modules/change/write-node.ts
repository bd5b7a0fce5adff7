import type { EntityManager } from '@mikro-orm/postgresql';

/** SQL types of the columns that changes write. */
const columnTypes = {
  name: 'text',
  acronym: 'text',
  parent_id: 'text',
  government_id: 'text',
  path: 'text[]',
  status: 'text',
  region_code: 'text',
  time_zone: 'text',
  time_zone_label: 'text',
  unit_keys: 'text[]',
  is_template: 'boolean',
  successor_ids: 'text[]',
  retired_on: 'date',
  retired_at: 'timestamptz',
  has_direct_verification: 'boolean',
  name_words: 'text',
  place_words: 'text',
  address: 'text',
  phone: 'text',
  email: 'text',
  website: 'text',
  head_title: 'text',
  head_name: 'text',
  head_email: 'text',
  head_address: 'text',
} as const;
export type NodeValues = {
  -readonly [Column in keyof typeof columnTypes]?: string | boolean | readonly string[] | null;
};

/** What the reference files say as well: once people decided it, the import leaves it alone. */
const referenceColumns: readonly string[] = [
  'name',
  'acronym',
  'parent_id',
  'status',
  'region_code',
  'time_zone',
  'unit_keys',
  'is_template',
];

/** New values of one organisation. */
export type NodeUpdate = { id: string; values: NodeValues };

/** Writes values of one organisation as decided by people, with a new version. */
export const updateNode = (em: EntityManager, id: string, values: NodeValues, at: Date): Promise<void> =>
  updateNodes(em, [{ id, values }], at);

/** The same for many: a statement for each set of columns. */
export async function updateNodes(
  em: EntityManager,
  updates: readonly NodeUpdate[],
  at: Date,
): Promise<void> {
  const byColumns = Map.groupBy(updates, ({ values }) => Object.keys(values).sort().join());
  for (const [columns, rows] of byColumns) {
    if (columns === '') continue;
    const names = columns.split(',') as (keyof NodeValues)[];
    const edited = names.filter((name) => referenceColumns.includes(name));
    const assignments = names.map((name) => `${name} = ${valueOf(name)}`);
    await em.execute(
      `update organisation o set ${[...assignments, 'version = version + 1', 'edited_at = ?'].join(', ')},
         edited_columns = array(select unnest(o.edited_columns) union select json_array_elements_text(?::json) order by 1)
       from json_to_recordset(?::json) as r (id text, ${names.map((name) => `${name} ${recordTypeOf(name)}`).join(', ')})
       where o.id = r.id`,
      [at, JSON.stringify(edited), JSON.stringify(rows.map(({ id, values }) => ({ id, ...values })))],
    );
  }
}

/** A new organisation that people entered; what is absent is nothing. */
export type NewNode = NodeValues & { id: string; kind: string };

/** Writes new organisations, in one statement. */
export async function insertNodes(em: EntityManager, nodes: readonly NewNode[], at: Date): Promise<void> {
  const names = [...new Set(nodes.flatMap((node) => Object.keys(node)))].filter(
    (name) => name !== 'id' && name !== 'kind',
  ) as (keyof NodeValues)[];
  await em.execute(
    `insert into organisation (id, kind, source, origin, version, edited_at, ${names.join(', ')})
     select r.id, r.kind, 'entered', 'ENTERED', 1, ?, ${names.map(valueOf).join(', ')}
     from json_to_recordset(?::json) as r (id text, kind text, ${names.map((name) => `${name} ${recordTypeOf(name)}`).join(', ')})`,
    [at, JSON.stringify(nodes)],
  );
}

const isList = (name: keyof NodeValues) => columnTypes[name] === 'text[]';
const recordTypeOf = (name: keyof NodeValues) => (isList(name) ? 'json' : columnTypes[name]);
const valueOf = (name: keyof NodeValues) =>
  isList(name) ? `array(select json_array_elements_text(r.${name}))` : `r.${name}`;
