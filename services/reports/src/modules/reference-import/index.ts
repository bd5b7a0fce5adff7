export { noteImport, noteRefusedImport } from './log.ts';
export { ReferenceImportResolver } from './resolver.ts';
