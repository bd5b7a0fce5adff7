import { allowed, denied, type DenialReason, type Verdict, type Viewer } from '@lapor/viewer';
import type { Operation, PolicyFacts } from './policy-facts.ts';
import { isDesk, isReporter } from './policy-reach.ts';
import { RULES, type Rule } from './policy-rules.ts';

/** The report as far as one handling organisation has to do with it: for a right over that one alone. */
export const about = (report: PolicyFacts, organisationId: string | undefined): PolicyFacts =>
  organisationId === undefined
    ? report
    : {
        ...report,
        assignments: report.assignments.filter((assignment) => assignment.organisationId === organisationId),
      };

const READING: ReadonlySet<Operation> = new Set(['read', 'readRevealLog', 'readNotes']);

/**
 * Whoever holds a post at an organisation that the reporter keeps out has no post in this matter, wherever else; units below it
 * are kept out because nothing is ever given to them. The national desk is the one that nobody can keep out.
 */
const withoutExcluded = (viewer: Viewer, { excludedOrganisationIds }: PolicyFacts): Viewer =>
  !isDesk(viewer) &&
  viewer.posts.some(({ organisationId }) => excludedOrganisationIds.includes(organisationId))
    ? { ...viewer, posts: [] }
    : viewer;

/** What the policy says of an operation on a report, its state apart. */
export function decide(viewer: Viewer, report: PolicyFacts, operation: Operation): Verdict {
  const { apiKey } = viewer;
  const admitted = withoutExcluded(viewer, report);
  if (apiKey && !READING.has(operation) && !apiKey.scopes.includes('graph:write')) return denied('KEY_SCOPE');
  const rule = RULES[operation];
  return rule.holds(admitted, report) ? allowed : denied(reasonOf(viewer, report, operation, rule));
}

/** Why not: said to tests, audits and nobody else. */
function reasonOf(viewer: Viewer, report: PolicyFacts, operation: Operation, rule: Rule): DenialReason {
  if (viewer.apiKey && rule.holds({ ...viewer, apiKey: undefined }, report)) return 'KEY_SCOPE';
  if (operation === 'support') return isReporter(viewer, report) ? 'OWN' : 'PROTECTED';
  if (rule.holds(viewer, { ...report, isConfidential: false, isAnonymous: false })) return 'PROTECTED';
  if (viewer.posts.some(({ role }) => rule.roles.includes(role))) return 'JURISDICTION';
  const isNobody =
    viewer.posts.length === 0 && viewer.accountId === undefined && viewer.reportGrants.length === 0;
  return isNobody ? 'SIGN_IN' : 'ROLE';
}

/** Whether the viewer may do this with the report, its state apart. */
export const may = (viewer: Viewer, report: PolicyFacts, operation: Operation): boolean =>
  decide(viewer, report, operation).allowed;

/** Whether the viewer does this as the reporter: an officer who holds a report's code stays an officer in an officer's work. */
export const actsAsReporter = (viewer: Viewer, report: PolicyFacts, operation: Operation): boolean =>
  isReporter(viewer, report) && may({ ...viewer, posts: [], handOverGrants: [] }, report, operation);

/**
 * Documents of an anonymous reporter may name their author in what no page shows (PDF metadata): they are for the national
 * desk and the reporter. Pictures were encoded anew and say nothing.
 */
export const mayReadReporterDocuments = (viewer: Viewer, report: PolicyFacts): boolean =>
  isReporter(viewer, report) || isDesk(viewer) || !report.isAnonymous;
