export { Category } from './graphql.ts';
export { importCategories, type CategoryImport } from './import-categories.ts';
export {
  findCategories,
  findCategory,
  isOfSensitiveCategory,
  type CategoryRow,
  type IdentityRequirement,
} from './repository.ts';
export { CategoryResolver, toCategory } from './resolver.ts';
export { CategorySettingsResolver } from './settings-resolver.ts';
export { STOP_WORDS } from './stop-words.ts';
