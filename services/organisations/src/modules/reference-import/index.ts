export { type ImportReport, importReferenceData } from './import-reference-data.ts';
export { ReferenceImportResolver } from './resolver.ts';
