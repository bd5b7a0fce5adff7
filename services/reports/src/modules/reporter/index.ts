export { accessCodeHash } from './open-report.ts';
export { ReporterMutations } from './mutations.ts';
export { SubmissionMutations } from './submission-graphql.ts';
export * from './use-cases.ts';
export { isReporterOf } from './is-reporter-of.ts';
