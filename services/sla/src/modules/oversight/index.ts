export { eraseReportersWords } from './erase-words.ts';
export { createOversightLoaders, type OversightLoaders } from './loaders.ts';
export { letterRoutes, pdfOfLetter } from './letter-routes.ts';
export { noteLetters } from './follow-letter.ts';
export { oversee } from './when-due.ts';
export { OversightLetterResolver, OversightResolver, ReportOversightResolver } from './resolver.ts';
export { OversightMutations } from './mutations.ts';
export { httpReporters } from './reporters.ts';
export { rebuildOversight, recountClarifications } from './rebuild-oversight.ts';
