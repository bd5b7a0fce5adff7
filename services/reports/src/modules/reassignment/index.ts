export { followOrganisations } from './follow-organisations.ts';
