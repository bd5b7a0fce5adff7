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
    isStaffed: row.is_staffed,
    hasDirectVerification: row.has_direct_verification,
    parentId: row.parent_id,
    path: row.path,
    regionCode: row.region_code,
    unitKeys: row.unit_keys,
    address: row.address,
    phone: row.phone,
    email: row.email,
    website: row.website,
    retiredOn: row.retired_on,
    successorIds: row.successor_ids,
    enteredHead: {
      title: row.head_title,
      name: row.head_name,
      email: row.head_email,
      address: row.head_address,
    },
  });
}
