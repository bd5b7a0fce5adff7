export { SupportMutations } from './mutations.ts';
export { supporterHash } from './matter.ts';
