export { DOORS_ON_BEHALF, filesOnBehalfFor, onBehalfInput, type OnBehalf } from './consent.ts';
export { findFilings, noteConsent, type FilingRow } from './repository.ts';
