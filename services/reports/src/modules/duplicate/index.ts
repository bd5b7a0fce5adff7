export { compareProtection } from './compare-protection.ts';
export { followMasters } from './follow-masters.ts';
export { letGo } from './let-go.ts';
export { findDuplicates } from './repository.ts';
export { DuplicateResolver } from './resolver.ts';
