import type { Database } from '@lapor/database';
import { POST_ROLES, type PostRole } from '@lapor/viewer';
import { z } from 'zod';

/** Who holds which posts where; without organisations everywhere. */
export const holdersQuestion = z.object({
  roles: z.array(z.enum(POST_ROLES)).min(1).max(POST_ROLES.length),
  organisationIds: z.array(z.string().max(100)).max(5_000).nullable(),
});

/** An officer by a post in force; who stands in for another holds it too. */
export interface PostHolder {
  officerId: string;
  role: PostRole;
  organisationId: string;
}

/** Officers who hold one of the roles now and can be written to: not suspended, with an address. Ids only. */
export function whoHolds(
  database: Database,
  { roles, organisationIds }: z.infer<typeof holdersQuestion>,
  now: Date,
): Promise<PostHolder[]> {
  return database.query<PostHolder>(
    'post-holders',
    `select distinct p.officer_id as "officerId", p.role, p.organisation_id as "organisationId"
     from post p join officer o on o.id = p.officer_id
     where p.role = any($1) and ($2::text[] is null or p.organisation_id = any($2))
       and p.starts_at <= $3 and (p.ends_at is null or p.ends_at > $3)
       and o.email is not null and o.suspended_at is null
     order by 1, 2, 3`,
    [roles, organisationIds, now],
  );
}
