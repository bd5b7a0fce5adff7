import { AgencySignInPage } from '@lapor/staff/agency-sign-in';
import { useParams } from 'react-router';
import { useAdminIdentity } from '../app/identity.ts';

/** The own sign-in of one organisation, set up by the national desk. */
export function AgencySignInRoute() {
  const console = useAdminIdentity();
  const { organisationId = '' } = useParams();
  return <AgencySignInPage consoleLabel={console.label} organisationId={organisationId} />;
}
