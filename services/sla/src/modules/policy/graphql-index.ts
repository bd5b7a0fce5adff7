export { DayUnit, OrganisationKind, ReportClass } from './graphql.ts';
