import { parse } from 'graphql';

/** An organisation and what is above it: whose admins manage its webhooks. */
export const organisationOfWebhook = parse(`query OrganisationOfWebhook($id: ID!) {
  organisation(id: $id) { id name ancestors { id } }
}`);
