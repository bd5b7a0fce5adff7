export { applyRetention, countRetention, type RetentionCount } from './apply-rules.ts';
