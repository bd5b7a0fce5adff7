export { CorrectionMutations } from './resolver.ts';
