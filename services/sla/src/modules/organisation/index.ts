export { receiveOrganisations } from './receive-organisations.ts';
