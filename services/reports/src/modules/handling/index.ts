export { assign, endAssignments } from './assignments.ts';
export { decidesNationally } from './decides-nationally.ts';
export { isKeptOut } from './exclusion.ts';
export { HandlingMutations } from './mutations.ts';
export { UNDOABLE } from './undoable.ts';
export * from './use-cases.ts';
