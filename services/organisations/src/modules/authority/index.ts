export { placeViewer, placeViewerIn } from './place-viewer.ts';
export { isRoleAt } from './places-of-roles.ts';
export { decide, may, scopeOfReadiness } from './policy.ts';
export type { Action, Place, PlacedPost, PlacedViewer, ReadinessScope, SubjectOf } from './vocabulary.ts';
