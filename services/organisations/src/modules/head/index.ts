export { HeadContactResolver, OrganisationHeadResolver } from './resolver.ts';
