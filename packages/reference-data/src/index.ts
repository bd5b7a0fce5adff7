export { decimalNumber, optionalText, requiredText, textList } from './columns.ts';
export { type CompareRowsOptions, type RowChanges, compareRows } from './compare-rows.ts';
export { hashFile } from './content-hash.ts';
export { dataFolder } from './data-folder.ts';
export { type Result, type RowFault, describeFaults } from './fault.ts';
export { type ReferenceSource, readReferenceSources } from './sources.ts';
export { type ReadRowsOptions, type ReferenceFile, parseRows, readRows } from './read-rows.ts';
