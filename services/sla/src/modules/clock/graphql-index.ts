export { ClockKind, Organisation, Report } from './graphql.ts';
