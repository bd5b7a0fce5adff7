import { Organisation } from './graphql.ts';
import type { OrganisationRow } from './repository.ts';

export function toOrganisation(row: OrganisationRow): Organisation {
  return Object.assign(new Organisation(), {
    id: row.id,
    name: row.name,
    acronym: row.acronym,
    kind: row.kind,
    status: row.status,
    isTemplate: row.is_template,
    timeZone: row.time_zone,
    timeZoneLabel: row.time_zone_label,
    isConnected: row.is_connected,
    hasDirectVerification: row.has_direct_verification,
    parentId: row.parent_id,
    path: row.path,
    regionCode: row.region_code,
  });
}
