export { letterContent, letterNumber, type LetterContent } from './content.ts';
export { httpDirectory, type Directory, type LetterParty } from './directory.ts';
export { writePdf } from './write-pdf.ts';
