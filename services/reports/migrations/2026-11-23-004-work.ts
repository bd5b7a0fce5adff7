import { Migration } from '@lapor/database';

/** What officers do beside the history: notes with mentions, templates, drafts, approval, work orders. */
export class Work extends Migration {
  override up(): void {
    // Copy of the officers' posts, fed by events: who may be mentioned, and who works in the field.
    this.addSql(`create table officer (
      id text primary key,
      is_suspended boolean not null,
      posts jsonb not null
    )`);

    this.addSql(`create table note (
      id uuid primary key,
      report_id uuid not null references report (id) deferrable initially deferred,
      request_key uuid,
      officer_id text,
      organisation_id text,
      text text not null,
      at timestamptz not null
    )`);
    this.addSql(`create index note_report on note (report_id, at desc, id desc)`);
    this.addSql(
      `create unique index note_request on note (report_id, request_key) where request_key is not null`,
    );
    this.addSql(`create table mention (
      note_id uuid not null references note (id),
      officer_id text not null,
      at timestamptz not null,
      read_at timestamptz,
      primary key (note_id, officer_id)
    )`);
    this.addSql(`create index mention_officer on mention (officer_id, at desc, note_id desc)`);
    this.addSql(
      `create index mention_unread on mention (officer_id, at desc, note_id desc) where read_at is null`,
    );

    this.addSql(`create table answer_template (
      id uuid primary key,
      organisation_id text not null,
      kind text not null check (kind in ('ACKNOWLEDGEMENT', 'PLAN', 'RESULT', 'OBSTACLE')),
      category_id text references category (id),
      title text not null,
      text text not null,
      request_key uuid,
      saved_at timestamptz not null,
      retired_at timestamptz
    )`);
    this.addSql(
      `create index answer_template_of on answer_template (organisation_id, kind, title) where retired_at is null`,
    );
    this.addSql(
      `create unique index answer_template_request on answer_template (organisation_id, request_key) where request_key is not null`,
    );

    // One per officer and report; not part of anything until it is sent.
    this.addSql(`create table answer_draft (
      report_id uuid not null references report (id) deferrable initially deferred,
      officer_id text not null,
      kind text not null check (kind in ('ACKNOWLEDGEMENT', 'PLAN', 'RESULT', 'OBSTACLE')),
      text text not null,
      promised_on date,
      outcome text,
      obstacle_reason text,
      no_proof_reason text,
      saved_at timestamptz not null,
      primary key (report_id, officer_id)
    )`);
    this.addSql(`create index answer_draft_age on answer_draft (saved_at)`);

    // Place and task, and nothing of the narrative: what somebody in the field may know.
    this.addSql(`create table work_order (
      id uuid primary key,
      number text not null unique,
      report_id uuid not null references report (id) deferrable initially deferred,
      organisation_id text not null,
      task text not null,
      place_text text not null,
      location point,
      due_on date not null,
      field_officer_id text,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      request_key uuid,
      opened_at timestamptz,
      ended_at timestamptz,
      end_state text check (end_state in ('DONE', 'CANCELLED')),
      check ((ended_at is null) = (end_state is null))
    )`);
    this.addSql(`create index work_order_report on work_order (report_id, created_at desc, id desc)`);
    this.addSql(
      `create index work_order_running on work_order (organisation_id, due_on, id) where ended_at is null`,
    );
    this.addSql(`create index work_order_of on work_order (organisation_id, due_on desc, id desc)`);
    this.addSql(
      `create unique index work_order_request on work_order (report_id, request_key) where request_key is not null`,
    );
    this.addSql(`create table work_order_evidence (
      id uuid primary key,
      work_order_id uuid not null references work_order (id),
      officer_id text,
      note text not null,
      at timestamptz not null,
      request_key uuid
    )`);
    this.addSql(`create index work_order_evidence_of on work_order_evidence (work_order_id, at, id)`);
    this.addSql(
      `create unique index work_order_evidence_request on work_order_evidence (work_order_id, request_key) where request_key is not null`,
    );
    this.addSql(`create table work_order_file (
      attachment_id uuid primary key references attachment (id),
      evidence_id uuid not null references work_order_evidence (id)
    )`);
    this.addSql(`create index work_order_file_of on work_order_file (evidence_id)`);

    this.addSql(`create table answer_approval (
      organisation_id text primary key,
      mode text not null check (mode in ('NONE', 'RESULTS', 'ALL')),
      set_at timestamptz not null
    )`);
    // The words stand in the history, in the entry that proposed them.
    this.addSql(`create table answer_proposal (
      id uuid primary key,
      report_id uuid not null references report (id) deferrable initially deferred,
      entry_id uuid not null references history (id),
      author_id text,
      organisation_id text,
      assigned_organisation_id text not null,
      by_stand_in boolean not null,
      kind text not null check (kind in ('ACKNOWLEDGEMENT', 'PLAN', 'RESULT', 'OBSTACLE')),
      promised_on date,
      outcome text,
      obstacle_reason text,
      no_proof_reason text,
      proposed_at timestamptz not null,
      state text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'REPLACED')),
      decided_at timestamptz,
      decided_entry_id uuid references history (id)
    )`);
    this.addSql(
      `create index answer_proposal_report on answer_proposal (report_id, proposed_at desc, id desc)`,
    );
    this.addSql(
      `create unique index answer_proposal_open on answer_proposal (report_id, assigned_organisation_id) where state = 'OPEN'`,
    );
    this.addSql(
      `create index answer_proposal_decided on answer_proposal (decided_entry_id) where decided_entry_id is not null`,
    );
  }
}
