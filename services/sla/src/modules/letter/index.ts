export { letterContent, letterNumber, type LetterContent } from './content.ts';
export { httpDirectory, type Directory, type LetterParty } from './directory.ts';
export { paragraphsToEdit } from './paragraphs.ts';
export { findPersonalData } from './personal-data.ts';
export { unprintableIn } from './printable.ts';
export { writePdf } from './write-pdf.ts';
