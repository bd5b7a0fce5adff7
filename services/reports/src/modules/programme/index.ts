export { applyProgrammes, lookForProgrammes } from './apply-programmes.ts';
export { findProgrammesOf } from './repository.ts';
export { ProgrammeResolver } from './resolver.ts';
