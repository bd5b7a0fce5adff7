/** Tables for spreadsheets that the browser writes itself. */
export { saveFile } from './save-file.ts';
export { writeCsv } from './write-csv.ts';
