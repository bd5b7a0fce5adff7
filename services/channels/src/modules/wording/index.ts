export {
  changedTemplates,
  countBrokenWordings,
  holdWording,
  insertVersion,
  newestOf,
  versionsOf,
  type WordingVersion,
} from './versions.ts';
export { createWordingBook, type WordingBook, type WordingKey } from './wording-book.ts';
