import type { EntityManager } from '@mikro-orm/postgresql';
import { accepted, givenId, optionallyTyped, refused, typed, type Outcome } from '@lapor/request';
import { isOmbudsmanOffice, type Viewer } from '@lapor/viewer';
import { z } from 'zod';
import type { RuleBook } from '../clock/index.ts';
import type { UseCaseDependencies } from '../entry/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import { actOnCase, caseInput } from './act-on-case.ts';
import { mayAct } from './policy.ts';
import type { OverseenReport } from './repository.ts';
import { OVERSIGHT_OUTCOMES, type OversightRefusalCode } from './vocabulary.ts';

type CaseChange = (
  dependencies: UseCaseDependencies,
  rules: RuleBook,
  viewer: Viewer,
  input: unknown,
) => Promise<Outcome<{ caseId: string }, OversightRefusalCode>>;

const text = typed(10, 4_000);
/** Words for the reporter are another text than those to the agency: what is not meant for the reporter stays between the two. */
const wordsForReporter = optionallyTyped(2_000);

const askSchema = z.object({ ...caseInput, text });

/** Asks whoever has the report for a clarification; ten working days by the policy, counted in the zone of the asked. */
export const askClarification: CaseChange = (dependencies, rules, viewer, input) =>
  actOnCase(
    dependencies,
    rules,
    viewer,
    { operation: 'askClarification', act: 'ask', schema: askSchema, input },
    async ({ em, input: { caseId, text: asked }, report, write }) => {
      const owner = await ownerOf(em, report);
      return accepted(
        await write({
          kind: 'CLARIFICATION_ASKED',
          subject: report.reportId,
          payload: { caseId, ...owner },
          texts: { text: asked },
        }),
      );
    },
  );

/** Who has to answer, and whose days count: the unit that leads or verifies, else the national desk. */
async function ownerOf(
  em: EntityManager,
  { reportId, handlers }: OverseenReport,
): Promise<{ organisationId: string | null; governmentId: string | null; timeZone: string }> {
  const handler =
    handlers.find(({ role }) => role === 'LEAD') ?? handlers.find(({ role }) => role === 'VERIFIER');
  if (!handler) return { organisationId: null, governmentId: null, timeZone: NATIONAL_TIME_ZONE };
  const [clock] = await em.execute<{ time_zone: string }[]>(
    `select time_zone from clock where report_id = ? and government_id = ?
     order by (organisation_id = ?) desc, started_at desc limit 1`,
    [reportId, handler.path[0]!, handler.organisationId],
  );
  return {
    organisationId: handler.organisationId,
    governmentId: handler.path[0]!,
    timeZone: clock?.time_zone ?? NATIONAL_TIME_ZONE,
  };
}

const clarifySchema = z.object({ ...caseInput, text });

/** The agency answers the Ombudsman; late as well. */
export const giveClarification: CaseChange = (dependencies, rules, viewer, input) =>
  actOnCase(
    dependencies,
    rules,
    viewer,
    { operation: 'giveClarification', act: 'clarify', schema: clarifySchema, input },
    async ({ input: { caseId, text: given }, report, write }) =>
      accepted(
        await write({
          kind: 'CLARIFICATION_GIVEN',
          subject: report.reportId,
          payload: { caseId, organisationId: actingFor(viewer, report) },
          texts: { text: given },
        }),
      ),
  );

/** The handler on whose path the officer holds a post; `null`: the national desk. */
const actingFor = (viewer: Viewer, { handlers }: OverseenReport): string | null =>
  handlers.find(({ path }) => viewer.posts.some(({ organisationId }) => path.includes(organisationId)))
    ?.organisationId ?? null;

const messageSchema = z.object({ ...caseInput, text: typed(1, 4_000) });

/** A word between Ombudsman and agency; moves nothing. */
export const writeOversightMessage: CaseChange = (dependencies, rules, viewer, input) =>
  actOnCase(
    dependencies,
    rules,
    viewer,
    { operation: 'writeOversightMessage', act: 'write', schema: messageSchema, input },
    async ({ input: { caseId, text: written }, report, access, kase, write }) => {
      const isOmbudsman = mayAct(viewer, access, 'ask');
      return accepted(
        await write({
          kind: 'CASE_MESSAGE_WRITTEN',
          subject: report.reportId,
          payload: {
            caseId,
            side: isOmbudsman ? 'OMBUDSMAN' : 'AGENCY',
            organisationId: isOmbudsman ? kase.officeId : actingFor(viewer, report),
          },
          texts: { text: written },
        }),
      );
    },
  );

const recommendSchema = z.object({ ...caseInput, text, wordsForReporter });

/** Says what the agency should do; a clarification is no longer waited for. */
export const recommend: CaseChange = (dependencies, rules, viewer, input) =>
  actOnCase(
    dependencies,
    rules,
    viewer,
    { operation: 'recommend', act: 'recommend', schema: recommendSchema, input },
    async ({ input: { caseId, text: said, wordsForReporter: told }, report, write }) =>
      accepted(
        await write({
          kind: 'CASE_RECOMMENDED',
          subject: report.reportId,
          payload: { caseId },
          texts: { text: said, ...(told === null ? {} : { wordsForReporter: told }) },
        }),
      ),
  );

const assignSchema = z.object({ ...caseInput, officeId: givenId(60), reason: typed(3, 500) });

/** Gives the case to another office of the Ombudsman. Refuses with NOT_AN_OFFICE. */
export const assignOversight: CaseChange = (dependencies, rules, viewer, input) =>
  actOnCase(
    dependencies,
    rules,
    viewer,
    { operation: 'assignOversight', act: 'assign', schema: assignSchema, input },
    async ({ em, input: { caseId, officeId, reason }, report, write }) => {
      const isOffice = officeId === 'ombudsman' || isOmbudsmanOffice(officeId);
      const [known] = await em.execute<{ id: string }[]>('select id from organisation where id = ?', [
        officeId,
      ]);
      if (!isOffice || !known)
        return refused('NOT_AN_OFFICE', 'There is no such office of the Ombudsman', 'officeId');
      return accepted(
        await write({
          kind: 'CASE_ASSIGNED',
          subject: report.reportId,
          payload: { caseId, officeId },
          texts: { text: reason },
        }),
      );
    },
  );

const closeSchema = z.object({ ...caseInput, outcome: z.enum(OVERSIGHT_OUTCOMES), text, wordsForReporter });

/** Ends the case with its outcome; the report goes on as it is. */
export const closeOversight: CaseChange = (dependencies, rules, viewer, input) =>
  actOnCase(
    dependencies,
    rules,
    viewer,
    { operation: 'closeOversight', act: 'close', schema: closeSchema, input },
    async ({ input: { caseId, outcome, text: said, wordsForReporter: told }, report, write }) =>
      accepted(
        await write({
          kind: 'CASE_CLOSED',
          subject: report.reportId,
          payload: { caseId, outcome },
          texts: { text: said, ...(told === null ? {} : { wordsForReporter: told }) },
        }),
      ),
  );
