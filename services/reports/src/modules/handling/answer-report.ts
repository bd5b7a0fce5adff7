import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { attachToHistory } from '../attachment/index.ts';
import {
  ANSWER_KINDS,
  attachmentIds,
  changeReport,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  type AnswerKind,
  type HistoryKind,
  type ReportsDependencies,
} from '../report/index.ts';

const schema = z
  .object({
    reportId,
    requestKey,
    kind: z.enum(ANSWER_KINDS),
    text: typed(...LIMITS.answer),
    promisedOn: z.iso
      .date()
      .nullish()
      .transform((value) => value ?? null),
    attachmentIds,
  })
  .superRefine(({ kind, promisedOn }, context) => {
    const needsDay = kind === 'PLAN' || kind === 'OBSTACLE';
    if (needsDay && promisedOn === null) {
      context.addIssue({
        code: 'custom',
        path: ['promisedOn'],
        params: { code: 'REQUIRED' },
        message: 'Say by which day it will be done.',
      });
    }
  });

const KINDS: Record<
  AnswerKind,
  { transition: 'acknowledge' | 'plan' | 'giveResult' | 'reportObstacle'; entry: HistoryKind }
> = {
  ACKNOWLEDGEMENT: { transition: 'acknowledge', entry: 'ACKNOWLEDGED' },
  PLAN: { transition: 'plan', entry: 'PLANNED' },
  RESULT: { transition: 'giveResult', entry: 'RESULT' },
  OBSTACLE: { transition: 'reportObstacle', entry: 'OBSTACLE' },
};

/** The calendar day of an instant, as ISO 8601 writes it. */
const localDay = (at: Date, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** One of the four kinds of answer (domain.md): only a plan or a result is a follow-up, only a result waits for the reporter. */
export async function answerReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { kind, text, promisedOn, attachmentIds: files, ...request } = valid.value;
  const { transition, entry } = KINDS[kind];
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'answer', transition },
    async ({ em, report, assignments, isLead, now, acting }) => {
      const today = localDay(now, assignments[0]!.timeZone);
      if (promisedOn !== null && promisedOn < today) {
        return {
          type: 'invalid',
          faults: [
            { path: 'input.promisedOn', code: 'IN_THE_PAST', message: 'The promised day must not be past.' },
          ],
        };
      }
      // A report is resolved by the lead's result; a co-handler's stops the co-handler's own clock only.
      const resolves = kind === 'RESULT' && isLead;
      if (resolves) report.lastResultAt = now;
      if (acting?.by === 'LINK')
        await em.execute('update hand_over set answered_at = ? where id = ? and answered_at is null', [
          now.toISOString(),
          acting.assignment.handOverId,
        ]);
      return {
        entry: {
          kind: entry,
          text,
          audience: isLead ? 'PUBLIC' : 'PARTIES',
          promisedOn,
          // Whose answer it is, when another gives it.
          toOrganisationId: acting?.by === 'STAND_IN' ? acting.assignment.organisationId : null,
        },
        waitsFor: resolves ? 'CITIZEN' : report.lastResultAt ? report.waitsFor : 'AGENCY',
        afterEntry: (historyId) => attachToHistory(deps, em, { report, historyId, ids: files, viewer }),
      };
    },
  );
}
