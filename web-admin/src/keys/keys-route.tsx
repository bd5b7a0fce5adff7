import { KeysPage } from '@lapor/staff/keys';
import { useSearchParams } from 'react-router';
import { useAdminIdentity } from '../app/identity.ts';

/** All keys, or with `?instansi=<id>` those of one organisation's systems. */
export function KeysRoute() {
  const console = useAdminIdentity();
  const [query] = useSearchParams();
  const organisationId = query.get('instansi') ?? undefined;
  return (
    <KeysPage
      consoleLabel={console.label}
      organisationId={organisationId}
      allHref={organisationId && '/kunci'}
    />
  );
}
