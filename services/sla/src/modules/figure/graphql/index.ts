export { Category, Region } from './entities.ts';
export * from './other-figures.ts';
export * from './question.ts';
export * from './report-figures.ts';
export { UnitLoad } from './unit-load.ts';
