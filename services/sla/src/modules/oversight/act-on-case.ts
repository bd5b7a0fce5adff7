import type { EntityManager } from '@mikro-orm/postgresql';
import { givenId, notFound, refused, requestKey, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import type { z } from 'zod';
import type { RuleBook } from '../clock/index.ts';
import { enter, type EntryScope, type UseCaseDependencies } from '../entry/index.ts';
import { reportIdOf, type OversightCase } from './case.ts';
import { refusalOf } from './lifecycle.ts';
import { mayAct, mayRead, type CaseAccess } from './policy.ts';
import { lockReport, type OverseenReport } from './repository.ts';
import { storeOversight } from './store-oversight.ts';
import type { CaseAct, OversightRefusalCode } from './vocabulary.ts';

/** What every change of a case says: which case, and once. */
export const caseInput = { requestKey, caseId: givenId(60) };

export interface CaseScope<Input> extends EntryScope<Input> {
  kase: Pick<OversightCase, 'id' | 'state' | 'officeId'>;
  report: OverseenReport;
  access: CaseAccess;
}

/**
 * The frame of every change of a case: the report held, permission, state, entry, the case folded anew – one transaction. Whoever may not
 * read the case does not learn that there is one.
 */
export function actOnCase<Schema extends z.ZodType<{ requestKey: string | null; caseId: string }>>(
  dependencies: UseCaseDependencies,
  rules: RuleBook,
  viewer: Viewer,
  request: { operation: string; act: CaseAct; schema: Schema; input: unknown },
  work: (
    scope: CaseScope<Omit<z.infer<Schema>, 'requestKey'>>,
  ) => Promise<Outcome<unknown, OversightRefusalCode>>,
): Promise<Outcome<{ caseId: string }, OversightRefusalCode>> {
  const { operation, act, schema, input } = request;
  return enter(dependencies, viewer, { operation, schema, input }, async (scope) => {
    const { em, at } = scope;
    const { caseId } = scope.input as unknown as { caseId: string };
    const found = await lockCase(em, caseId);
    if (!found) return notFound();
    const { kase, report } = found;
    const access: CaseAccess = { ...report, officeId: kase.officeId };
    if (!mayRead(viewer, access) || !mayAct(viewer, access, act)) return notFound();
    const refusal = refusalOf(act, kase.state);
    if (refusal) return refused(refusal, `This cannot be done with a case that is ${kase.state}`);
    const outcome = await work({ ...scope, kase, report, access } as CaseScope<
      Omit<z.infer<Schema>, 'requestKey'>
    >);
    if (!outcome.ok) return outcome;
    await storeOversight(em, report.reportId, rules, at);
    return { ok: true, value: { caseId } };
  });
}

/** A case with its report, both held. */
export async function lockCase(
  em: EntityManager,
  caseId: string,
): Promise<{ kase: CaseScope<unknown>['kase']; report: OverseenReport } | null> {
  const report = await lockReport(em, reportIdOf(caseId));
  if (!report) return null;
  const [kase] = await em.execute<CaseScope<unknown>['kase'][]>(
    'select id, state, office_id as "officeId" from oversight_case where id = ?',
    [caseId],
  );
  return kase ? { kase, report } : null;
}
