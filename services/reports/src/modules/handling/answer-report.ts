import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { awaitsApproval, proposeAnswer } from '../approval/index.ts';
import { attachToHistory } from '../attachment/index.ts';
import {
  ANSWER_KINDS,
  OBSTACLE_REASONS,
  RESULT_OUTCOMES,
  attachmentIds,
  changeReport,
  LIMITS,
  reportId,
  requestKey,
  expectedVersion,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { applyAnswer, KINDS, promiseFault } from '../answer/index.ts';

const schema = z
  .object({
    reportId,
    requestKey,
    expectedVersion,
    kind: z.enum(ANSWER_KINDS),
    text: typed(...LIMITS.answer),
    promisedOn: z.iso
      .date()
      .nullish()
      .transform((value) => value ?? null),
    attachmentIds,
    outcome: z
      .enum(RESULT_OUTCOMES)
      .nullish()
      .transform((value) => value ?? null),
    noProofReason: z
      .union([z.literal('').transform(() => null), typed(...LIMITS.noProof)])
      .nullish()
      .transform((value) => value ?? null),
    obstacleReason: z
      .enum(OBSTACLE_REASONS)
      .nullish()
      .transform((value) => value ?? null),
  })
  .superRefine((answer, context) => {
    const needs = (path: keyof typeof answer, message: string) => {
      const value = answer[path];
      if (value === null || (Array.isArray(value) && value.length === 0))
        context.addIssue({ code: 'custom', path: [path], params: { code: 'REQUIRED' }, message });
    };
    if (answer.kind === 'PLAN' || answer.kind === 'OBSTACLE')
      needs('promisedOn', 'Say by which day it will be done.');
    if (answer.kind === 'OBSTACLE') needs('obstacleReason', 'Say what stands in the way.');
    if (answer.kind !== 'RESULT') return;
    needs('outcome', 'Say how the matter ended.');
    if (answer.attachmentIds.length === 0) needs('noProofReason', 'Attach proof, or say why there is none.');
  });

/** One of the four kinds of answer (domain.md): only a plan or a result is a follow-up, only a result waits for the reporter. */
export async function answerReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { kind, text, promisedOn, attachmentIds: files, ...rest } = valid.value;
  const { outcome, noProofReason, obstacleReason, ...request } = rest;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'answer', transition: KINDS[kind].transition },
    async (scope) => {
      const { em, report, assignments, isLead, now, acting, actor } = scope;
      const fault = promiseFault({ kind, promisedOn }, now, assignments[0]!.timeZone);
      if (fault) return fault;
      const answer = { kind, text, promisedOn, outcome, obstacleReason, noProofReason };
      const attach = (historyId: string) =>
        attachToHistory(deps, em, { report, historyId, ids: files, viewer });
      if (await awaitsApproval(em, scope, kind)) return proposeAnswer(deps, scope, answer, attach);
      if (acting?.by === 'LINK')
        await em.execute('update hand_over set answered_at = ? where id = ? and answered_at is null', [
          now.toISOString(),
          acting.assignment.handOverId,
        ]);
      return applyAnswer(
        deps,
        scope,
        answer,
        {
          isLead,
          standsInFor: acting?.by === 'STAND_IN' ? acting.assignment.organisationId : null,
          author: actor,
          hasFiles: files.length > 0,
        },
        attach,
      );
    },
  );
}
