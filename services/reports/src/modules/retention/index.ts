export { applyRetention, countRetention, type RetentionCount } from './apply-rules.ts';
export { RetentionResolver } from './resolver.ts';
