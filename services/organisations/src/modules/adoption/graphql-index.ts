export { AdoptionResolver, OrganisationStandingResolver } from './resolver.ts';
