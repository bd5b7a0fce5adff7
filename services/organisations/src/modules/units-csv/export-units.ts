import { safeCell } from '@lapor/csv';
import type { Database } from '@lapor/database';
import { type Loader, batch } from '@lapor/subgraph';
import { stringify } from 'csv-stringify/sync';
import { UNIT_COLUMNS, type UnitColumn, keySeparator } from './columns.ts';

type Row = { [Column in Exclude<UnitColumn, 'unit_keys'>]: string | null } & {
  above_id: string;
  unit_keys: string[];
};

/** By organisation everything below it within its government as CSV: parents first, former units included, cells safe for spreadsheets. */
export function unitsCsvLoader(database: Database): { unitsCsv: Loader<string> } {
  return {
    unitsCsv: batch(async (organisationIds) => {
      const rows = await database.query<Row>(
        'units-of-organisations',
        `select above.id as above_id, o.id, o.name, o.acronym, o.parent_id, o.region_code, o.unit_keys, o.address, o.phone, o.email,
           o.website, o.head_title, o.head_name, o.head_email, o.head_address, o.status
         from unnest($1::text[]) as above (id) cross join lateral (
           select * from organisation where path @> array[above.id] and id <> above.id
         ) o order by above.id, cardinality(o.path), o.name, o.id`,
        [organisationIds],
      );
      const byOrganisation = Map.groupBy(rows, (row) => row.above_id);
      return organisationIds.map((id) =>
        writeUnits(
          (byOrganisation.get(id) ?? []).map((row) => ({
            ...row,
            unit_keys: row.unit_keys.join(keySeparator),
          })),
        ),
      );
    }),
  };
}

/** A file of units; what is nothing is empty. */
export function writeUnits(units: readonly { [Column in UnitColumn]: string | null }[]): string {
  return stringify(
    units.map((unit) => UNIT_COLUMNS.map((column) => safeCell(unit[column] ?? ''))),
    { header: true, columns: [...UNIT_COLUMNS], record_delimiter: 'windows' },
  );
}
