import type { Database } from '@lapor/database';
import { REPORT_COLUMNS, type GeoPoint, type ReportRow } from '../report/index.ts';
import { parameters, planned } from './public-filter.ts';
import { tellingWords, wordsOf } from './words.ts';

/** The report that may be there already. */
export interface Sought {
  categoryId: string | null;
  regionCode: string | null;
  point: GeoPoint | null;
  /** What was written so far. */
  text: string | null;
  exceptId: string | null;
  now: Date;
}

/** Some three kilometres, in degrees. */
const RADIUS = 0.03;
const DAYS = 365;
/** So much of what was written has to be found in a report of another category. */
const ALIKE = 0.4;
const MOST_CANDIDATES = 200;
const MOST_WORDS = 20;
/** What makes two reports one: words first, then place, then time; the same category counts as much as the place. */
const WEIGHTS = { words: 0.5, place: 0.3, time: 0.2, category: 0.3 };

/**
 * Open published reports of the last year near by that may be about the same: of the same category, or of one beside it (any, without
 * a category) whose words are alike. Near a point; without one in the region. The likeliest first; one statement over at most 200 candidates.
 */
export function listSimilar(database: Database, sought: Sought, limit: number): Promise<ReportRow[]> {
  const { categoryId, regionCode, point, exceptId, now } = sought;
  const words = [...new Set(tellingWords(wordsOf(sought.text ?? '')))].slice(0, MOST_WORDS);
  if ((!point && !regionCode) || (categoryId === null && words.length === 0)) return Promise.resolve([]);
  const { values, parameter } = parameters();
  const category = `${parameter(categoryId)}::text`;
  const at = `${parameter(now)}::timestamptz`;
  const conditions = [
    `r.is_published and r.state in ('SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS')`,
    `r.id is distinct from ${parameter(exceptId)}::uuid`,
    `r.submitted_at > ${at} - interval '${DAYS} days'`,
  ];
  if (categoryId !== null)
    conditions.push(
      words.length === 0
        ? `r.category_id = ${category}`
        : `r.category_id in (select ${category} union select beside.id from category c join category beside on beside.parent_id = c.parent_id where c.id = ${category})`,
    );
  let distance = '0';
  let order = 'r.published_at desc';
  if (point) {
    const here = `point(${parameter(point.longitude)}::float8, ${parameter(point.latitude)}::float8)`;
    conditions.push(`r.location <@ circle(${here}, ${RADIUS})`);
    distance = `(r.location <-> ${here}) / ${RADIUS}`;
    order = `r.location <-> ${here}`;
  } else {
    conditions.push(
      `(r.region_code = ${parameter(regionCode)} or r.region_code like ${parameter(`${regionCode}.%`)})`,
    );
  }
  const list = `${parameter(words)}::text[]`;
  return planned<ReportRow>(
    database,
    `with near as materialized (
       select r.id, r.category_id is not distinct from ${category} as is_same, r.search, ${distance} as distance,
         extract(epoch from ${at} - r.submitted_at) / 86400 / ${DAYS} as age
       from report r where ${conditions.join(' and ')} order by ${order} limit ${MOST_CANDIDATES}
     ), compared as (
       select n.*, coalesce((select avg((n.search @@ plainto_tsquery('indonesian', w.word))::int) from unnest(${list}) as w (word)), 0) as words from near n
     )
     select ${REPORT_COLUMNS} from compared c join report r on r.id = c.id
     where c.is_same or c.words >= ${ALIKE}
     order by ${WEIGHTS.words} * c.words + ${WEIGHTS.place} * (1 - c.distance) + ${WEIGHTS.time} * (1 - c.age) + ${WEIGHTS.category} * c.is_same::int desc, r.id
     limit ${parameter(limit)}`,
    values,
  );
}
