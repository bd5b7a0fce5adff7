import type { Database } from '@lapor/database';
import type { ScanState } from '../report/index.ts';

/** A work order as the named reads select it: never a column of its report. */
export interface WorkOrderRow {
  id: string;
  number: string;
  report_id: string;
  organisation_id: string;
  task: string;
  place_text: string;
  location: { x: number; y: number } | null;
  due_on: string;
  field_officer_id: string | null;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  end_state: 'DONE' | 'CANCELLED' | null;
}

/** Columns of `WorkOrderRow` for a table aliased `w`. */
export const WORK_ORDER_COLUMNS = `w.id, w.number, w.report_id, w.organisation_id, w.task, w.place_text, w.location, w.due_on::text as due_on, w.field_officer_id, w.created_at,
  w.expires_at, w.ended_at, w.end_state`;

/** All work orders of some reports, newest first. */
export const findWorkOrdersOf = (database: Database, reportIds: readonly string[]) =>
  database.query<WorkOrderRow>(
    'work-orders-of-reports',
    `select ${WORK_ORDER_COLUMNS} from work_order w where w.report_id = any($1::uuid[]) order by w.created_at desc, w.id desc`,
    [reportIds],
  );

export const findWorkOrders = (database: Database, ids: readonly string[]) =>
  database.query<WorkOrderRow>(
    'work-orders',
    `select ${WORK_ORDER_COLUMNS} from work_order w where w.id = any($1::uuid[])`,
    [ids],
  );

/** Orders for a field officer of some units: running ones by day, or all, latest day first. */
export const listFieldOrders = (
  database: Database,
  {
    organisationIds,
    officerId,
    openOnly,
    now,
    limit,
  }: { organisationIds: readonly string[]; officerId: string; openOnly: boolean; now: Date; limit: number },
  after: { dueOn: string; id: string } | null,
) =>
  database.query<WorkOrderRow>(
    `field-orders:${openOnly ? 'open' : 'all'}:${after ? 'after' : ''}`,
    `select ${WORK_ORDER_COLUMNS} from work_order w
     where w.organisation_id = any($1::text[]) and (w.field_officer_id is null or w.field_officer_id = $2)
       ${openOnly ? 'and w.ended_at is null and w.expires_at > $3' : 'and $3::timestamptz is not null'}
       ${after ? `and (w.due_on, w.id) ${openOnly ? '>' : '<'} ($5::date, $6::uuid)` : ''}
     order by w.due_on ${openOnly ? '' : 'desc'}, w.id ${openOnly ? '' : 'desc'} limit $4`,
    after
      ? [organisationIds, officerId, now, limit, after.dueOn, after.id]
      : [organisationIds, officerId, now, limit],
  );

/** What was brought from the field, with its files. */
export interface EvidenceRow {
  id: string;
  work_order_id: string;
  officer_id: string | null;
  note: string;
  at: Date;
  files:
    | {
        id: string;
        fileName: string;
        kind: 'PHOTO' | 'DOCUMENT' | 'VIDEO' | 'AUDIO';
        mediaType: string;
        sizeBytes: number;
        width: number | null;
        height: number | null;
        seconds: number | null;
        scanState: ScanState;
        hasThumbnail: boolean;
      }[]
    | null;
}

export const findEvidence = (database: Database, workOrderIds: readonly string[]) =>
  database.query<EvidenceRow>(
    'work-order-evidence',
    `select e.id, e.work_order_id, e.officer_id, e.note, e.at,
       (select jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'kind', a.kind, 'mediaType', a.media_type, 'sizeBytes', a.size_bytes,
          'width', a.width, 'height', a.height, 'seconds', a.seconds, 'scanState', a.scan_state, 'hasThumbnail', a.thumbnail_key is not null) order by a.id)
        from work_order_file f join attachment a on a.id = f.attachment_id where f.evidence_id = e.id) as files
     from work_order_evidence e where e.work_order_id = any($1::uuid[]) order by e.at, e.id`,
    [workOrderIds],
  );
