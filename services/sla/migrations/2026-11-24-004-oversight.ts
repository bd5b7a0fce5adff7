import { Migration } from '@lapor/database';

/** The Ombudsman's cases and the letters to heads. Both are folded from the entries of the case, whose id is their subject. */
export class Oversight extends Migration {
  override up() {
    const statements = [
      `create table oversight_case (
        id text primary key,
        report_id text not null,
        -- 1 for the first case of the report.
        ordinal int not null,
        opened_at timestamptz not null,
        opened_by text not null check (opened_by in ('RULE', 'REPORTER', 'OMBUDSMAN')),
        state text not null
          check (state in ('OPENED', 'CLARIFICATION_ASKED', 'CLARIFICATION_GIVEN', 'RECOMMENDATION', 'CLOSED')),
        -- The office of the Ombudsman that works on it.
        office_id text not null,
        -- The last clarification that was asked for, with what its deadline is counted from.
        clarification jsonb,
        -- Of a clarification that is waited for.
        due_at timestamptz,
        calendar_id int,
        government_id text,
        closing_days_id int,
        recommended_at timestamptz,
        closed_at timestamptz,
        outcome text,
        changed_at timestamptz not null,
        unique (report_id, ordinal)
      )`,
      `create unique index oversight_case_open on oversight_case (report_id) where state <> 'CLOSED'`,
      `create index oversight_case_state on oversight_case (state, opened_at, id)`,
      `create index oversight_case_opened on oversight_case (opened_at, id)`,
      `create index oversight_case_office on oversight_case (office_id, opened_at, id)`,
      `create index oversight_case_calendar on oversight_case (calendar_id) where due_at is not null`,
      `create table oversight_letter (
        id text primary key,
        case_id text not null references oversight_case (id),
        report_id text not null,
        state text not null check (state in ('DRAFT', 'APPROVED', 'SENT', 'FAILED', 'REPLIED')),
        -- Whose head it goes to.
        addressee_id text not null,
        drafted_at timestamptz not null,
        missed_at timestamptz not null,
        -- Of an approved one: its place in the year, and all that is printed.
        year int,
        sequence int,
        content jsonb,
        approved_at timestamptz,
        sent_at timestamptz,
        failure text,
        replied_at timestamptz,
        unique (year, sequence)
      )`,
      `create index oversight_letter_case on oversight_letter (case_id)`,
      `create index oversight_letter_state on oversight_letter (state, drafted_at, id)`,
      `create index oversight_letter_drafted on oversight_letter (drafted_at, id)`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
