import { systemClock } from '@lapor/clock';
import type { Deps } from '../../deps.ts';
import { writeAudit } from '../audit/index.ts';
import { findPhone } from '../phone/index.ts';
import { secondFactorState } from '../second-factor/index.ts';
import { listSessions } from '../sessions/index.ts';
import { readProfile } from './profile.ts';

/** Everything that this service holds of an account, for its holder; nothing that would let somebody else sign in. The reading is recorded. */
export async function exportData(deps: Deps, accountId: string): Promise<object> {
  const { database, clock } = deps;
  const at = clock.now();
  await database.transaction((em) => writeAudit(em, { at, action: 'DATA_EXPORTED', accountId }));
  const { phone: _masked, phoneVerified: _verified, ...account } = await readProfile(deps, accountId);
  const phone = await findPhone(deps, accountId);
  const posts = await database.query(
    'export-posts',
    `select role, organisation_id as "organisationId", nullif(valid_from, '-infinity') as "from", valid_until as until, on_behalf_of as "onBehalfOf"
     from account_post where account_id = $1 order by valid_from, role, organisation_id`,
    [accountId],
  );
  const keys = await database.query(
    'export-keys',
    `select id, label, scopes, organisation_id as "organisationId", created_at as "createdAt", expires_at as "expiresAt",
       revoked_at as "revokedAt", last_used_at as "lastUsedAt"
     from api_key where account_id = $1 order by created_at`,
    [accountId],
  );
  const activity = await database.query(
    'export-audit',
    `select at, action, actor_id as "actorId", detail from audit_entry where account_id = $1 order by id`,
    [accountId],
  );
  return {
    exportedAt: at,
    account: { id: accountId, ...account },
    phone,
    secondFactor: await secondFactorState(deps, accountId),
    sessions: await listSessions(database, accountId, systemClock.now()),
    posts,
    keys,
    activity,
  };
}
