export { SavedFilterResolver } from './resolver.ts';
