export { searchedWords, type SearchedWord } from './expand-query.ts';
export { MapBoundsInput, PublicReportFilter } from './graphql.ts';
export { importSynonyms, type SynonymImport } from './import-synonyms.ts';
export { learnWords } from './learn-words.ts';
export { narrowList } from './narrow-list.ts';
export {
  isUnfiltered,
  parameters,
  planned,
  publicConditions,
  resolveFilter,
  type Parameter,
  type ResolvedFilter,
} from './public-filter.ts';
export { SearchQueries } from './resolver.ts';
export { SimilarReportsResolver } from './similar-resolver.ts';
export { wordsOf } from './words.ts';
