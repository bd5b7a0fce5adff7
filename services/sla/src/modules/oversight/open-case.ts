import type { EntityManager } from '@mikro-orm/postgresql';
import { accepted, givenId, notFound, refused, requestKey, typed, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import type { RuleBook } from '../clock/index.ts';
import { enter, writeEntry, type UseCaseDependencies } from '../entry/index.ts';
import { caseIdOf } from './case.ts';
import { isEnded, officeOf, refusalToOpen } from './opening.ts';
import { mayOpen } from './policy.ts';
import { lockReport, type OverseenReport } from './repository.ts';
import { storeOversight } from './store-oversight.ts';
import type { OversightOrigin, OversightRefusalCode } from './vocabulary.ts';

interface Cases {
  open: boolean;
  count: number;
}

async function casesOf(em: EntityManager, reportId: string): Promise<Cases> {
  const [row] = await em.execute<Cases[]>(
    `select count(*)::int as count, coalesce(bool_or(state <> 'CLOSED'), false) as open from oversight_case where report_id = ?`,
    [reportId],
  );
  return row!;
}

const opening = (report: OverseenReport, count: number, openedBy: OversightOrigin) => {
  const caseId = caseIdOf(report.reportId, count + 1);
  const payload = { caseId, ordinal: count + 1, openedBy, officeId: officeOf(report) };
  return { caseId, entry: { kind: 'CASE_OPENED', subject: report.reportId, payload } };
};

/**
 * Opens a case because the Ombudsman's clock ran out without a plan or result; once for each clock, however often it is called. A report
 * that has a case already gets no second one.
 * @param at the instant at which it ran out.
 */
export async function openCaseByRule(
  em: EntityManager,
  { reportId, clockId, at }: { reportId: string; clockId: string; at: Date },
  rules: RuleBook,
  now: Date,
): Promise<void> {
  const report = await lockReport(em, reportId);
  if (!report) return;
  const { open, count } = await casesOf(em, reportId);
  if (open) return;
  const { entry } = opening(report, count, 'RULE');
  const onceKey = `oversight ${clockId}`;
  const written = await writeEntry(em, { ...entry, onceKey }, { kind: 'SYSTEM' }, at);
  if (written !== null) await storeOversight(em, reportId, rules, now);
}

const WHY = {
  REPORT_ENDED: 'The report has ended',
  OVERSIGHT_RUNS: 'The report has a case already',
} as const;

const openSchema = z.object({ requestKey, reportId: givenId(), reason: typed(10, 2_000) });

/** The Ombudsman opens a case of its own accord, of a report that it reads. Refuses with OVERSIGHT_RUNS or REPORT_ENDED. */
export const openOversight = (
  dependencies: UseCaseDependencies,
  rules: RuleBook,
  viewer: Viewer,
  input: unknown,
): Promise<Outcome<{ caseId: string }, OversightRefusalCode>> =>
  enter(
    dependencies,
    viewer,
    { operation: 'openOversight', schema: openSchema, input },
    async ({ em, input: { reportId, reason }, write, at }) => {
      const report = await lockReport(em, reportId);
      if (!report || !mayOpen(viewer, { ...report, officeId: officeOf(report) })) return notFound();
      const { open, count } = await casesOf(em, reportId);
      const refusal = refusalToOpen(report, open);
      if (refusal) return refused(refusal, WHY[refusal], 'reportId');
      const { caseId, entry } = opening(report, count, 'OMBUDSMAN');
      await write({ ...entry, texts: { text: reason } });
      await storeOversight(em, reportId, rules, at);
      return accepted({ caseId });
    },
  );

const requestSchema = z.object({ requestKey, reportId: givenId(), reason: typed(10, 2_000) });

/**
 * The reporter asks the Ombudsman to look, once verification or follow-up is late.
 * Refuses with OVERSIGHT_RUNS, REPORT_ENDED or NOT_LATE.
 * @param isReporter what `reports` says of the viewer.
 */
export const requestOversight = (
  dependencies: UseCaseDependencies & { isReporter(viewer: Viewer, reportId: string): Promise<boolean> },
  rules: RuleBook,
  viewer: Viewer,
  input: { reportId: string },
): Promise<Outcome<{ caseId: string }, OversightRefusalCode>> =>
  dependencies.isReporter(viewer, input.reportId).then((isReporter) =>
    isReporter && !viewer.apiKey
      ? enter(
          dependencies,
          viewer,
          {
            operation: 'requestOversight',
            schema: requestSchema,
            input,
            actor: { kind: 'REPORTER', reportId: input.reportId },
          },
          async ({ em, input: { reportId, reason }, write, at }) => {
            const report = await lockReport(em, reportId);
            if (!report) return notFound();
            if (isEnded(report)) return refused('REPORT_ENDED', 'The report has ended', 'reportId');
            const { open, count } = await casesOf(em, reportId);
            if (open) return refused('OVERSIGHT_RUNS', 'The Ombudsman looks at it already', 'reportId');
            if (!(await isLate(em, reportId, at)))
              return refused('NOT_LATE', 'Neither verification nor follow-up is late', 'reportId');
            const { caseId, entry } = opening(report, count, 'REPORTER');
            await write({ ...entry, texts: { reason } });
            await storeOversight(em, reportId, rules, at);
            return accepted({ caseId });
          },
        )
      : notFound(),
  );

/** A verification or follow-up that runs is past its end. */
async function isLate(em: EntityManager, reportId: string, at: Date): Promise<boolean> {
  const [row] = await em.execute<{ late: boolean }[]>(
    `select exists (select from clock where report_id = ? and stopped_at is null
       and kind in ('VERIFICATION', 'FOLLOW_UP') and due_at <= ?::timestamptz) as late`,
    [reportId, at.toISOString()],
  );
  return row!.late;
}
