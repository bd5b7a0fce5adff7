export { readToldYear } from './read-told-year.ts';
export { CONFIDENTIAL_TABLES } from './tables.ts';
export { tellYears } from './tell-years.ts';
