export { provinceOfOmbudsmanOffice, provincesOfOmbudsmanOffice } from './ombudsman-coverage.ts';
export { placeViewer, placeViewerIn } from './place-viewer.ts';
export { isOmbudsmanOffice, isRoleAt } from './places-of-roles.ts';
export { decide, may, scopeOfReadiness } from './policy.ts';
export type { Action, Place, PlacedPost, PlacedViewer, ReadinessScope, SubjectOf } from './vocabulary.ts';
