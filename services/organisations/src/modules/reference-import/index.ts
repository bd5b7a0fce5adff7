export { type ImportReport, importReferenceData } from './import-reference-data.ts';
