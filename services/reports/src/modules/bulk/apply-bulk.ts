import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { answerReport, archiveReport, disposeReport } from '../handling/index.ts';
import {
  ARCHIVE_CODES,
  done,
  failureCode,
  givenId,
  LIMITS,
  NOT_FOUND,
  OBSTACLE_REASONS,
  RESULT_OUTCOMES,
  typed,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { mayActInBulk, previewBulk } from './preview-bulk.ts';
import { BULK_ACTIONS, MOST_AT_ONCE } from './vocabulary.ts';

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);

const schema = z
  .object({
    action: z.enum(BULK_ACTIONS),
    reportIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
    expectedVersions: orNull(z.array(z.int().min(1)).max(MOST_AT_ONCE)),
    requestKey: z.uuid(),
    organisationId: orNull(givenId(100)),
    note: orNull(typed(0, LIMITS.reason[1])),
    text: orNull(typed(...LIMITS.reason)),
    code: orNull(z.enum(ARCHIVE_CODES)),
    templateId: orNull(z.uuid()),
    promisedOn: orNull(z.iso.date()),
    outcome: orNull(z.enum(RESULT_OUTCOMES)),
    noProofReason: orNull(typed(...LIMITS.noProof)),
    obstacleReason: orNull(z.enum(OBSTACLE_REASONS)),
  })
  .superRefine((input, context) => {
    const needs = (...paths: (keyof typeof input)[]) => {
      for (const path of paths)
        if (input[path] === null)
          context.addIssue({
            code: 'custom',
            path: [path],
            params: { code: 'REQUIRED' },
            message: `Needed for ${input.action}.`,
          });
    };
    if (new Set(input.reportIds).size < input.reportIds.length)
      context.addIssue({
        code: 'custom',
        path: ['reportIds'],
        params: { code: 'TWICE' },
        message: 'Each report once.',
      });
    if (input.expectedVersions && input.expectedVersions.length !== input.reportIds.length)
      context.addIssue({
        code: 'custom',
        path: ['expectedVersions'],
        params: { code: 'INVALID' },
        message: 'One for each report, in their order.',
      });
    if (input.action === 'DISPOSE') needs('organisationId');
    if (input.action === 'ACKNOWLEDGE') needs('text');
    if (input.action === 'ARCHIVE') needs('text', 'code');
    if (input.action === 'ANSWER_FROM_TEMPLATE') needs('templateId');
  });

export interface Outcome {
  reportId: string;
  /** Why nothing happened; `null` where it did. */
  code: string | null;
}

/**
 * Does one thing to many reports, each in a transaction of its own: what fails fails alone. A repeated request with the same key
 * changes nothing and answers alike.
 */
export async function applyBulk(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<Outcome[]>> {
  if (!mayActInBulk(viewer)) return NOT_FOUND;
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { action, reportIds, expectedVersions, templateId, ...rest } = valid.value;
  const words =
    action === 'ANSWER_FROM_TEMPLATE'
      ? new Map(
          (await previewBulk(deps, { action, reportIds, templateId }, viewer)).map((foreseen) => [
            foreseen.reportId,
            foreseen.rendered,
          ]),
        )
      : null;

  const one = async (reportId: string, expectedVersion: number | null): Promise<Result<unknown>> => {
    const request = { reportId, requestKey: rest.requestKey, expectedVersion };
    switch (action) {
      case 'DISPOSE':
        return disposeReport(
          deps,
          { ...request, organisationId: rest.organisationId!, note: rest.note },
          viewer,
        );
      case 'ACKNOWLEDGE':
        return answerReport(deps, { ...request, kind: 'ACKNOWLEDGEMENT', text: rest.text! }, viewer);
      case 'ARCHIVE':
        return archiveReport(deps, { ...request, code: rest.code!, text: rest.text! }, viewer);
      case 'ANSWER_FROM_TEMPLATE': {
        const rendered = words!.get(reportId);
        if (!rendered) return NOT_FOUND;
        if (rendered.missing.length > 0)
          return {
            ok: false,
            failure: {
              type: 'invalid',
              faults: [
                { path: 'input.templateId', code: 'MISSING_VALUES', message: rendered.missing.join(', ') },
              ],
            },
          };
        const { promisedOn, outcome, noProofReason, obstacleReason } = rest;
        const { kind } = rendered.template;
        return answerReport(
          deps,
          { ...request, kind, text: rendered.text, promisedOn, outcome, noProofReason, obstacleReason },
          viewer,
        );
      }
    }
  };

  const outcomes: Outcome[] = [];
  // One after another: a hundred at once would take every connection from everybody else.
  for (const [index, reportId] of reportIds.entries()) {
    const result = await one(reportId, expectedVersions?.[index] ?? null);
    outcomes.push({ reportId, code: result.ok ? null : failureCode(result.failure) });
  }
  return outcomes.every(({ code }) => code === 'NOT_FOUND') ? NOT_FOUND : done(outcomes);
}
