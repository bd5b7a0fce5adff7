import type { EntityManager } from '@mikro-orm/postgresql';
import type { RuleBook } from '../clock/index.ts';
import { readEntriesWithin } from '../entry/index.ts';
import { storeTimers, type Timer } from '../timer/index.ts';
import type { Clarification, OversightCase, OversightLetter } from './case.ts';
import { foldEntries, type Oversight } from './fold-entries.ts';

/**
 * Folds all entries of a report's cases and stores what came of them, with the timer of what is waited for. Every change of a case, the
 * rebuild and a new calendar come here: there is one way to a case. The caller holds the report's row.
 */
export async function storeOversight(
  em: EntityManager,
  reportId: string,
  rules: RuleBook,
  now: Date,
): Promise<Oversight> {
  const oversight = foldEntries(reportId, await readEntriesWithin(em, [reportId]), rules);
  await storeCases(em, oversight.cases);
  await storeLetters(em, oversight.letters);
  await storeTimers(em, 'CASE', [reportId], timersOf(reportId, oversight.clarifications), now);
  return oversight;
}

/** A clarification is missed at its end, when it is still waited for then. */
const timersOf = (reportId: string, clarifications: readonly Clarification[]): Timer[] =>
  clarifications
    .filter(({ endedAt, dueAt }) => endedAt === null || endedAt >= dueAt)
    .map(({ id, dueAt, organisationId, endedAt }) => ({
      reportId,
      clockId: id,
      clockKind: 'OMBUDSMAN_CLARIFICATION',
      kind: 'CLARIFICATION',
      dueAt,
      organisationId,
      runs: endedAt === null,
    }));

async function storeCases(em: EntityManager, cases: readonly OversightCase[]): Promise<void> {
  const rows = cases.map((one) => {
    const waits = one.clarification?.endedAt === null ? one.clarification : null;
    return {
      ...one,
      dueAt: waits?.dueAt ?? null,
      calendarId: waits?.calendarId ?? null,
      governmentId: waits?.governmentId ?? null,
      closingDaysId: waits?.closingDaysId ?? null,
    };
  });
  await em.execute(
    `insert into oversight_case (id, report_id, ordinal, opened_at, opened_by, state, office_id, clarification, due_at, calendar_id,
       government_id, closing_days_id, recommended_at, closed_at, outcome, changed_at)
     select id, "reportId", ordinal, "openedAt", "openedBy", state, "officeId", clarification, "dueAt", "calendarId",
       "governmentId", "closingDaysId", "recommendedAt", "closedAt", outcome, "changedAt"
     from jsonb_to_recordset(?::jsonb) as r (id text, "reportId" text, ordinal int, "openedAt" timestamptz, "openedBy" text,
       state text, "officeId" text, clarification jsonb, "dueAt" timestamptz, "calendarId" int, "governmentId" text,
       "closingDaysId" int, "recommendedAt" timestamptz, "closedAt" timestamptz, outcome text, "changedAt" timestamptz)
     on conflict (id) do update set state = excluded.state, office_id = excluded.office_id,
       clarification = excluded.clarification, due_at = excluded.due_at, calendar_id = excluded.calendar_id,
       government_id = excluded.government_id, closing_days_id = excluded.closing_days_id,
       recommended_at = excluded.recommended_at, closed_at = excluded.closed_at, outcome = excluded.outcome,
       changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
}

async function storeLetters(em: EntityManager, letters: readonly OversightLetter[]): Promise<void> {
  if (letters.length === 0) return;
  await em.execute(
    `insert into oversight_letter (id, case_id, report_id, state, addressee_id, drafted_at, missed_at, version, paragraphs, year, sequence, content,
       approved_at, sent_at, failure, replied_at)
     select id, "caseId", "reportId", state, "addresseeId", "draftedAt", "missedAt", version, paragraphs, year, sequence, content,
       "approvedAt", "sentAt", failure, "repliedAt"
     from jsonb_to_recordset(?::jsonb) as r (id text, "caseId" text, "reportId" text, state text, "addresseeId" text,
       "draftedAt" timestamptz, "missedAt" timestamptz, version int, paragraphs jsonb, year int, sequence int, content jsonb, "approvedAt" timestamptz,
       "sentAt" timestamptz, failure text, "repliedAt" timestamptz)
     on conflict (id) do update set state = excluded.state, addressee_id = excluded.addressee_id, version = excluded.version, paragraphs = excluded.paragraphs, year = excluded.year, sequence = excluded.sequence,
       content = excluded.content, approved_at = excluded.approved_at, sent_at = excluded.sent_at,
       failure = excluded.failure, replied_at = excluded.replied_at`,
    [JSON.stringify(letters)],
  );
}
