export { BulkResolver } from './resolver.ts';
