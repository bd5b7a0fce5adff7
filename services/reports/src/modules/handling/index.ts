export { HandlingMutations } from './mutations.ts';
export * from './use-cases.ts';
