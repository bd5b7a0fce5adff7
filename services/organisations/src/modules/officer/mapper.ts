import { localDateAt } from '@lapor/working-days';
import { Invitation, Officer, Post, Suspension } from './graphql.ts';
import { lastDayOf } from './period.ts';
import type { OfficerRow, PostRow } from './repository.ts';

export function toOfficer(row: OfficerRow, at: Date): Officer {
  return Object.assign(new Officer(), {
    id: row.id,
    ownName: row.name,
    ownEmail: row.email,
    state: row.state,
    isEnrolled: row.has_second_factor,
    signedInOn: row.last_signed_in_on,
    openInvitation:
      row.invited_at === null
        ? null
        : Object.assign(new Invitation(), {
            sentAt: row.invited_at,
            sentById: row.invited_by,
            expiresAt: row.invitation_expires_at!,
            isExpired: row.invitation_expires_at! <= at,
          }),
    ownSuspension:
      row.suspended_at === null
        ? null
        : Object.assign(new Suspension(), {
            at: row.suspended_at,
            reason: row.suspension_reason!,
            suspendedById: row.suspended_by,
          }),
  });
}

export function toPost(row: PostRow): Post {
  return Object.assign(new Post(), {
    id: row.id,
    officerId: row.officer_id,
    role: row.role,
    organisationId: row.organisation_id,
    from: localDateAt(row.starts_at, row.time_zone),
    until: row.ends_at === null ? null : lastDayOf(row.ends_at, row.time_zone),
    onBehalfOfId: row.on_behalf_of,
  });
}
