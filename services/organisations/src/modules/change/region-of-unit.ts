import type { EntityManager } from '@mikro-orm/postgresql';

export type RegionRecord = {
  code: string;
  level: 'PROVINCE' | 'REGENCY' | 'CITY' | 'DISTRICT';
  fullName: string;
  timeZone: string;
  timeZoneLabel: string;
};

export async function findRegions(
  em: EntityManager,
  codes: readonly string[],
): Promise<Map<string, RegionRecord>> {
  const rows = await em.execute<RegionRecord[]>(
    `select code, level, full_name as "fullName", time_zone as "timeZone", time_zone_label as "timeZoneLabel"
     from region where code in (select json_array_elements_text(?::json)) and retired_at is null`,
    [JSON.stringify(codes)],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

export const findRegion = async (em: EntityManager, code: string | null): Promise<RegionRecord | null> =>
  code === null ? null : ((await findRegions(em, [code])).get(code) ?? null);

/** Whether a region is another one or lies in it. */
export const liesIn = (code: string, above: string): boolean =>
  code === above || code.startsWith(`${above}.`);

/** The zones of Indonesia with what people call them. */
export const timeZoneLabels: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** Ministries, agencies and state enterprises sit in Jakarta. */
export const nationalTimeZone = 'Asia/Jakarta';
