export { forgetDraft, forgetOldDrafts, keepUnsent } from './keep-draft.ts';
export { findDrafts, type DraftRow } from './repository.ts';
export { DraftResolver } from './resolver.ts';
