import { Migration } from '@lapor/database';

/** Filing on behalf, work instead of refusal, lost codes, junk, what reporters want to hear of, and how long things are kept. */
export class Filing extends Migration {
  override up(): void {
    // Who entered a report for whom: the reporter's consent, never the reporter.
    this.addSql(`create table filed_on_behalf (
      report_id uuid primary key references report (id) deferrable initially deferred,
      officer_id text not null,
      organisation_id text not null,
      consent text not null check (consent in ('PAPER_SIGNED', 'SPOKEN', 'WRITTEN_MESSAGE')),
      -- May say where the paper lies, and whose it is: sealed.
      sealed bytea,
      at timestamptz not null
    )`);

    // Proofs of work that were used, until they would have expired anyway. Nothing of who made them.
    this.addSql(`create table spent_proof (key bytea primary key, expires_at timestamptz not null)`);
    this.addSql(`create index spent_proof_expiry on spent_proof (expires_at)`);

    // Requests for a new access code wait here, sealed, for some seconds: so that asking takes the same time for every number.
    this.addSql(`create table lost_code_request (
      id uuid primary key,
      asked_at timestamptz not null,
      sealed bytea not null
    )`);
    this.addSql(`create index lost_code_request_order on lost_code_request (asked_at, id)`);
    this.addSql(`create table lost_code (
      id uuid primary key,
      report_id uuid not null references report (id) deferrable initially deferred,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`);
    this.addSql(`create index lost_code_report on lost_code (report_id, asked_at desc)`);
    this.addSql(`create index lost_code_expiry on lost_code (expires_at)`);

    this.addSql(`alter table report add column notifications_muted boolean not null default false`);

    // A keyed hash of the words alone; found again only by the same words. A row says that the report was looked at.
    this.addSql(`create table text_fingerprint (
      report_id uuid primary key references report (id) deferrable initially deferred,
      fingerprint bytea not null,
      at timestamptz not null
    )`);
    this.addSql(`create index text_fingerprint_same on text_fingerprint (fingerprint, at desc)`);
    this.addSql(`create index text_fingerprint_age on text_fingerprint (at)`);
    this.addSql(`create table junk_group (
      id uuid primary key,
      reason text not null check (reason in ('REPEATED_TEXT', 'LINKS_ONLY', 'ABUSIVE_WORDS')),
      fingerprint bytea not null,
      opened_at timestamptz not null,
      newest_at timestamptz not null,
      unique (reason, fingerprint)
    )`);
    this.addSql(`create index junk_group_newest on junk_group (newest_at desc, id desc)`);
    this.addSql(`create table junk_mark (
      report_id uuid primary key references report (id) deferrable initially deferred,
      group_id uuid not null references junk_group (id),
      at timestamptz not null,
      released_at timestamptz
    )`);
    this.addSql(`create index junk_mark_group on junk_mark (group_id, at) where released_at is null`);
    this.addSql(
      `create index report_unsorted on report (submitted_at, id) where state in ('SUBMITTED', 'POSTPONED')`,
    );

    // What the rules of retention did, by rule; never of which report.
    this.addSql(`create table retention_run (
      id uuid primary key,
      at timestamptz not null,
      rule text not null,
      rule_version date not null,
      count int not null
    )`);
    this.addSql(`create index retention_run_newest on retention_run (at desc, rule)`);
    this.addSql(`create trigger retention_run_append_only before update or delete on retention_run
      for each row execute function refuse_change()`);
    this.addSql(`create index report_identity_kept on report (ended_at, id) where has_identity`);
    this.addSql(
      `create index report_junk_words on report (ended_at, id) where archive_code in ('SPAM', 'HATE_OR_HOAX') and title <> '(dihapus)'`,
    );
  }
}
