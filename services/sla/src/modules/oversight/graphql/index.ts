export * from './case.ts';
export * from './enums.ts';
export * from './inputs.ts';
export * from './letter.ts';
export * from './report-oversight.ts';
