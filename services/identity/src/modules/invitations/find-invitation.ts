import { z } from 'zod';
import type { Post } from '@lapor/viewer';
import type { Deps } from '../../deps.ts';
import { hashOfToken } from './token.ts';

export interface OpenInvitation {
  id: string;
  officerId: string;
  name: string;
  email: string;
  expiresAt: Date;
  /** Running and coming. */
  posts: Post[];
}

const contactShape = z.object({ name: z.string(), email: z.string() });

/** What a link is for; nothing when it is unknown, used, replaced, run out, or when its officer may not come in. */
export async function findInvitation(
  { database, clock, authSecret, sealer }: Pick<Deps, 'database' | 'clock' | 'authSecret' | 'sealer'>,
  token: string,
): Promise<OpenInvitation | null> {
  const [row] = await database.query<Omit<OpenInvitation, 'name' | 'email'> & { contact: Buffer }>(
    'invitation-by-token',
    `select i.id, i.officer_id as "officerId", i.contact, i.expires_at as "expiresAt", p.posts
     from invitation i
     cross join lateral (
       select jsonb_agg(distinct jsonb_build_object('role', role, 'organisationId', organisation_id)) as posts
       from account_post where account_id = i.officer_id and (valid_until is null or valid_until > $2)
     ) p
     where i.token_hash = $1 and i.accepted_at is null and i.voided_at is null and i.expires_at > $2
       and i.contact is not null and p.posts is not null
       and not exists (select 1 from officer_standing s where s.account_id = i.officer_id and s.is_suspended)`,
    [hashOfToken(authSecret, token), clock.now()],
  );
  if (!row) return null;
  const { contact, ...invitation } = row;
  return { ...invitation, ...contactShape.parse(JSON.parse(sealer.open(contact, row.id).toString())) };
}
