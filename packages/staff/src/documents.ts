/**
 * Every operation and fragment of this package, without components. The consoles re-export them, so that the
 * operations are among the documents the gateway knows; their own documents take fragments from here.
 */
export * from './account/account.graphql.ts';
export * from './adoption/adoption.graphql.ts';
export * from './approval/approval.graphql.ts';
export * from './audit/audit.graphql.ts';
export * from './decisions/change-faults.graphql.ts';
export * from './live/live.graphql.ts';
export * from './notes/notes.graphql.ts';
export * from './moderating/moderating.graphql.ts';
export * from './officers/officers.graphql.ts';
export * from './oversight/oversight.graphql.ts';
export * from './picking/categories.graphql.ts';
export * from './picking/officers.graphql.ts';
export * from './picking/organisations.graphql.ts';
export * from './picking/regions.graphql.ts';
export * from './picking/unit-load.graphql.ts';
export * from './programmes/programmes.graphql.ts';
export * from './readiness/readiness.graphql.ts';
export * from './redacting/redacting.graphql.ts';
export * from './report/answering/answering.graphql.ts';
export * from './report/clocks/clocks.graphql.ts';
export * from './report/deciding/deciding.graphql.ts';
export * from './report/deciding/duplicate/duplicate.graphql.ts';
export * from './report/handing-over/handing-over.graphql.ts';
export * from './report/handling/handling.graphql.ts';
export * from './report/history/history.graphql.ts';
export * from './report/identity/identity.graphql.ts';
export * from './report/reading/report-reading.graphql.ts';
export * from './report/report-page.graphql.ts';
export * from './report/tools/receipts.graphql.ts';
export * from './report/tools/tools.graphql.ts';
export * from './report/verifying/verifying.graphql.ts';
export * from './routing/routing.graphql.ts';
export * from './session/invitation/invitation.graphql.ts';
export * from './session/session.graphql.ts';
export * from './shell/frame.graphql.ts';
export * from './standing-in/stood-in.graphql.ts';
export * from './templates/templates.graphql.ts';
export * from './tree/tree.graphql.ts';
export * from './tree/units-file.graphql.ts';
export * from './warnings/warnings.graphql.ts';
export * from './undo/undo.graphql.ts';
