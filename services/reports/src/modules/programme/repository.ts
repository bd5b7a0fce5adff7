import type { Database } from '@lapor/database';
import { REPORT_COLUMNS, type ReportRow } from '../report/index.ts';
import type { ReportState } from '../report/vocabulary.ts';

/** A priority programme. */
export interface ProgrammeRow {
  id: string;
  name: string;
  category_ids: string[];
  region_codes: string[];
  words: string[];
  saved_at: Date;
  ended_at: Date | null;
  looked_at_until: string | null;
}

export const PROGRAMME_COLUMNS =
  'id, name, category_ids, region_codes, words, saved_at, ended_at, looked_at_until';

const MOST = 200;

/** All programmes, the running ones first, by name. */
export const listProgrammes = (database: Database): Promise<ProgrammeRow[]> =>
  database.query<ProgrammeRow>(
    'programmes',
    `select ${PROGRAMME_COLUMNS} from programme order by ended_at is not null, name, id limit ${MOST}`,
  );

/** Running programmes that some reports belong to. One statement for a page of reports. */
export const findProgrammesOf = (
  database: Database,
  reportIds: readonly string[],
): Promise<{ report_id: string; id: string; name: string }[]> =>
  database.query(
    'programmes-of-reports',
    `select pr.report_id, p.id, p.name from programme_report pr join programme p on p.id = pr.programme_id
     where pr.report_id = any($1::uuid[]) and p.ended_at is null order by p.name, p.id`,
    [reportIds],
  );

/** A page of a programme's reports, newest first; confidential ones only for whom they are. */
export const listProgrammeReports = (
  database: Database,
  programmeId: string,
  {
    states,
    withConfidential,
    after,
    limit,
  }: {
    states: readonly ReportState[] | null;
    withConfidential: boolean;
    after: { at: string; id: string } | null;
    limit: number;
  },
): Promise<ReportRow[]> =>
  database.query<ReportRow>(
    'programme-reports',
    `select ${REPORT_COLUMNS} from programme_report pr join report r on r.id = pr.report_id
     where pr.programme_id = $1 and ($2::text[] is null or r.state = any($2)) and ($3 or not r.is_confidential)
       and ($4::timestamptz is null or (pr.submitted_at, pr.report_id) < ($4, $5::uuid))
     order by pr.submitted_at desc, pr.report_id desc limit $6`,
    [programmeId, states, withConfidential, after?.at ?? null, after?.id ?? null, limit],
  );
