export { DeadlineChangeResolver } from './resolver.ts';
