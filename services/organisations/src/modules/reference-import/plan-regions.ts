import { searchText } from '../search/index.ts';
import type { RegionRow } from './rows.ts';

/** A region as it is stored; names are those of the columns. */
export type PlannedRegion = {
  code: string;
  name: string;
  level: 'PROVINCE' | 'REGENCY' | 'CITY' | 'DISTRICT';
  parent_code: string | null;
  full_name: string;
  time_zone: string;
  time_zone_label: string;
  latitude: number;
  longitude: number;
  name_words: string;
  place_words: string;
};

/** Parents come before their children. */
export function planRegions(rows: readonly RegionRow[]): PlannedRegion[] {
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return rows
    .map((row): PlannedRegion => {
      const above = codesAbove(row.code).map((code) => names.get(code)!);
      return {
        code: row.code,
        name: row.name,
        level: row.level.toUpperCase() as PlannedRegion['level'],
        parent_code: row.parent,
        full_name: [row.name, ...above].join(', '),
        time_zone: row.timezone,
        time_zone_label: row.tz_label,
        latitude: row.lat,
        longitude: row.lng,
        name_words: searchText(row.name),
        place_words: searchText(...above),
      };
    })
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

/** 13.71.09 → 13.71, 13. */
function codesAbove(code: string): string[] {
  const parts = code.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
}
