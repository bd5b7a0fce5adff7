export { DayUnit, OrganisationKind, PolicyRule, ReportClass } from './graphql.ts';
