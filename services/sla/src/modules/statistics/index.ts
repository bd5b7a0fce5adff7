export { StatisticsResolver } from './resolver.ts';
