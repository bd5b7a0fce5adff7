/**
 * Every operation and fragment of this package, without components. The consoles re-export them, so that the
 * operations are among the documents the gateway knows; their own documents take fragments from here.
 */
export * from './picking/categories.graphql.ts';
export * from './picking/organisations.graphql.ts';
export * from './report/answering/answering.graphql.ts';
export * from './report/clocks/clocks.graphql.ts';
export * from './report/deciding/deciding.graphql.ts';
export * from './report/history/history.graphql.ts';
export * from './report/identity/identity.graphql.ts';
export * from './report/reading/report-reading.graphql.ts';
export * from './report/report-page.graphql.ts';
export * from './report/verifying/verifying.graphql.ts';
export * from './session/session.graphql.ts';
