export { ReportState } from './graphql.ts';
export { StatisticsResolver } from './resolver.ts';
