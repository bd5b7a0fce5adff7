import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  changeReportBySystem,
  expectedVersion,
  findReportByNumber,
  LIMITS,
  lockReport,
  may,
  plain,
  policyFactsOf,
  reportId,
  requestKey,
  typed,
  validate,
  type ChangeScope,
  type FieldFault,
  type Report,
  type ReportsDependencies,
} from '../report/index.ts';
import { duplicatesOf } from './repository.ts';
import { countSupportsAnew, partSupports, takeSupports } from './supports.ts';

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  masterNumber: z
    .string()
    .transform((number) => plain(number).replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8}$/)),
  reason: typed(...LIMITS.reason),
});

/**
 * Links a report to another of the same matter, its master, which it follows from now on. One that nobody handles yet is
 * archived; one that is handled keeps its handlers until the master ends. There are no chains: its own duplicates go along.
 */
export async function markDuplicate(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { masterNumber, reason, ...request } = valid.value;
  const found = await findReportByNumber(deps.database, masterNumber);
  const together = found ? [found.id, ...(await duplicatesOf(deps.database, request.reportId))] : [];
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'markDuplicate', transition: 'markDuplicate', together },
    async (scope) => {
      const { em, report } = scope;
      const master = found && (await readMaster(deps, scope, found.id, viewer));
      const code = faultOf(report, master);
      if (code !== null || !master) return { type: 'invalid', faults: [fault(code ?? 'NOT_FOUND')] };
      const before = report.masterId ?? null;
      const isHandled = report.state === 'DISPOSED' || report.state === 'IN_PROGRESS';
      report.masterId = master.id;
      report.masterSequence = master.sequence;
      if (!isHandled) {
        report.archiveCode = 'DUPLICATE';
        report.missingData = null;
      }
      return {
        entry: {
          kind: 'MARKED_DUPLICATE',
          text: reason,
          audience: 'PARTIES',
          reasonCode: isHandled ? null : 'DUPLICATE',
        },
        afterEntry: async () => {
          if (before !== null) await partSupports(em, report.id, before);
          await takeSupports(em, report.id, master.id);
          const rows = await em.execute<{ id: string }[]>(
            'select id from report where master_id = ? order by id',
            [report.id],
          );
          for (const { id } of rows) await takeAlong(deps, scope, id, master);
          if (rows.length > 0) await countSupportsAnew(em, report.id);
        },
      };
    },
  );
}

/** A duplicate of what became a duplicate follows the new master. */
const takeAlong = (
  deps: ReportsDependencies,
  { em, now }: ChangeScope,
  id: string,
  master: Pick<Report, 'id' | 'sequence'>,
) =>
  changeReportBySystem(
    deps,
    { reportId: id, transition: 'repointDuplicate', at: now },
    ({ report }) => {
      report.masterId = master.id;
      report.masterSequence = master.sequence;
      return { entry: { kind: 'MARKED_DUPLICATE' } };
    },
    em,
  );

/** The master, if the viewer has the same right over it. */
async function readMaster(
  deps: ReportsDependencies,
  { em, now }: ChangeScope,
  id: string,
  viewer: Viewer,
): Promise<Report | null> {
  const locked = await lockReport(em, id);
  if (!locked) return null;
  const facts = await policyFactsOf(em, locked.report, locked.assignments, viewer, deps.lookupSecret, now);
  return may(viewer, facts, 'markDuplicate') ? locked.report : null;
}

const FAULTS = {
  NOT_FOUND: 'There is no such report, or it is not yours to link to.',
  SAME: 'A report is no duplicate of itself.',
  ALREADY_LINKED: 'It is linked to this report already.',
  IS_DUPLICATE: 'This one is a duplicate itself; link to its master.',
  ENDED: 'This report has ended.',
  PROTECTED: 'A confidential report and one that is not are never linked.',
};
type FaultCode = keyof typeof FAULTS;

const fault = (code: FaultCode): FieldFault => ({ path: 'input.masterNumber', code, message: FAULTS[code] });

function faultOf(report: Report, master: Report | null): FaultCode | null {
  if (!master) return 'NOT_FOUND';
  if (master.id === report.id) return 'SAME';
  if (report.masterId === master.id) return 'ALREADY_LINKED';
  if ((master.masterId ?? null) !== null) return 'IS_DUPLICATE';
  if (master.state === 'COMPLETED' || master.state === 'ARCHIVED') return 'ENDED';
  return master.isConfidential === report.isConfidential ? null : 'PROTECTED';
}
