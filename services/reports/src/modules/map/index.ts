export { MapQueries } from './resolver.ts';
