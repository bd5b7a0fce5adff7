export { SupportMutations } from './mutations.ts';
export { supporterHash } from './support-report.ts';
