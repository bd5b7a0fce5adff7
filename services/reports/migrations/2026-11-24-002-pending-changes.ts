import { Migration } from '@lapor/database';

/** Changes that their officer can still take back; finding what waits for approval, and who may decide on it. */
export class PendingChanges extends Migration {
  override up(): void {
    // What was sent lies sealed, and no longer than it is needed.
    this.addSql(`create table pending_change (
      id uuid primary key,
      report_id uuid not null references report (id),
      officer_id text not null,
      operation text not null check (operation in ('ANSWER', 'DISPOSE', 'VERIFY', 'ARCHIVE', 'RETURN')),
      request_key uuid not null,
      sealed bytea,
      sent_at timestamptz not null,
      applies_at timestamptz not null,
      attempts int not null default 0,
      state text not null check (state in ('WAITING', 'APPLIED', 'UNDONE', 'REFUSED')),
      refusal_code text,
      ended_at timestamptz,
      check ((state = 'WAITING') = (ended_at is null)),
      check ((state = 'REFUSED') = (refusal_code is not null)),
      check ((sealed is not null) = (state in ('WAITING', 'REFUSED')))
    )`);
    this.addSql(
      `create unique index pending_change_request on pending_change (report_id, officer_id, operation, request_key)`,
    );
    this.addSql(
      `create unique index pending_change_waiting on pending_change (report_id, officer_id) where state = 'WAITING'`,
    );
    this.addSql(`create index pending_change_due on pending_change (applies_at, id) where state = 'WAITING'`);
    this.addSql(`create index pending_change_of on pending_change (officer_id, sent_at desc, id desc)`);
    this.addSql(`create index pending_change_age on pending_change (ended_at) where ended_at is not null`);
    this.addSql(
      `create index answer_proposal_waiting on answer_proposal (assigned_organisation_id, proposed_at, id) where state = 'OPEN'`,
    );
    this.addSql(`create index organisation_path on organisation using gin (path)`);
    this.addSql(
      `create index officer_posts on officer using gin (posts jsonb_path_ops) where not is_suspended`,
    );

    // A queue of ten seconds: rows come and go, and are looked for every second.
    this.addSql(
      `alter table pending_change set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200)`,
    );
  }
}
