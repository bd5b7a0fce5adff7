/** A standard table: how it is asked, the best statement by hand over the same tables of figures, and over the facts themselves. */
export interface TableBench {
  name: string;
  document: string;
  /** Makes the answer as one JSON text, from the tables of figures. */
  byHand: string;
  /** The same from all reports. */
  live: string;
}

const FIELDS =
  'received submitted postponed disposed inProgress completed archived followUpRate completionRate';
const SUMS = `sum(received) r, sum(submitted) s, sum(postponed) p, sum(disposed) d, sum(in_progress) i, sum(completed) c, sum(archived) a`;
const LIVE_SUMS = `count(*) r, count(*) filter (where state = 'SUBMITTED') s, count(*) filter (where state = 'POSTPONED') p,
  count(*) filter (where state = 'DISPOSED') d, count(*) filter (where state = 'IN_PROGRESS') i,
  count(*) filter (where state = 'COMPLETED') c, count(*) filter (where state = 'ARCHIVED') a`;
const FIGURES = `json_build_object('received', r, 'submitted', s, 'postponed', p, 'disposed', d, 'inProgress', i, 'completed', c,
  'archived', a, 'followUpRate', case when r > 0 then round((i + c) * 100.0 / r) end, 'completionRate', case when r > 0 then round(c * 100.0 / r) end)`;
const answerOf = (rows: string, order: string) =>
  `select json_build_object('data', json_build_object('reportFigures', json_build_object('edges',
     json_agg(json_build_object('node', json_build_object('key', key, 'figures', ${FIGURES})) order by ${order}))))::text as body
   from (${rows} order by ${order} limit 100) rows`;
const documentOf = (rest: string) =>
  `query Table { reportFigures(period: { from: "2025-01-01", to: "2025-12-31" }, first: 100, ${rest}) { edges { node { key figures { ${FIELDS} } } } } }`;
const liveOf = (key: string, where: string, order = 'key') =>
  answerOf(
    `select ${key} as key, ${LIVE_SUMS} from report_fact
     where submitted_at >= '2024-12-31 17:00Z' and submitted_at < '2025-12-31 17:00Z' ${where} group by 1`,
    order,
  );

/** Of the year 2025, asked by the national desk, a full page each. */
export const TABLES: readonly TableBench[] = [
  {
    name: 'total of a year',
    document: documentOf('by: TOTAL'),
    byHand: answerOf(
      `select '' as key, ${SUMS} from figure_organisation where organisation_id = '' and grain = 'Y' and day = '2025-01-01'`,
      'key',
    ),
    live: liveOf(`''`, ''),
  },
  {
    name: 'months of a year',
    document: documentOf('by: MONTH'),
    byHand: answerOf(
      `select day as key, ${SUMS} from figure_organisation
       where organisation_id = '' and grain = 'M' and day >= '2025-01-01' and day < '2026-01-01' group by 1`,
      'key',
    ),
    live: liveOf(`date_trunc('month', submitted_at at time zone 'Asia/Jakarta')::date`, ''),
  },
  {
    name: 'governments',
    document: documentOf('by: GOVERNMENT, orderBy: RECEIVED'),
    byHand: answerOf(
      `select organisation_id as key, ${SUMS} from figure_organisation where parent_id = '' and grain = 'Y' and day = '2025-01-01' group by 1`,
      'r desc',
    ),
    live: liveOf('lead_path[1]', 'and lead_path[1] is not null', 'r desc'),
  },
  {
    name: 'units of a government',
    document: documentOf('by: UNIT, filter: { organisationId: "pemda-3" }'),
    byHand: answerOf(
      `select organisation_id as key, ${SUMS} from figure_organisation where parent_id = 'pemda-3' and grain = 'Y' and day = '2025-01-01' group by 1`,
      'key',
    ),
    live: liveOf('lead_path[2]', `and lead_path[1] = 'pemda-3'`),
  },
  {
    name: 'provinces',
    document: documentOf('by: REGION'),
    byHand: answerOf(
      `select region_code as key, ${SUMS} from figure_region where parent_code = '' and grain = 'Y' and day = '2025-01-01' group by 1`,
      'key',
    ),
    live: liveOf(`split_part(region_code, '.', 1)`, ''),
  },
  {
    name: 'main categories',
    document: documentOf('by: CATEGORY, orderBy: RECEIVED'),
    byHand: answerOf(
      `select category_id as key, ${SUMS} from figure_category
       where government_id = '' and parent_category = '' and grain = 'Y' and day = '2025-01-01' group by 1`,
      'r desc',
    ),
    live: liveOf(`split_part(category_id, '.', 1)`, '', 'r desc'),
  },
  {
    name: 'channels of complaints',
    document: documentOf('by: CHANNEL, filter: { kind: COMPLAINT }'),
    byHand: answerOf(
      `select channel as key, ${SUMS} from figure_kind
       where government_id = '' and kind = 'COMPLAINT' and grain = 'Y' and day = '2025-01-01' group by 1`,
      'key',
    ),
    live: liveOf('channel', `and report_kind = 'COMPLAINT'`),
  },
];
