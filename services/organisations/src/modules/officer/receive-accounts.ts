import type { EventOf } from '@lapor/events';
import type { EntityManager } from '@mikro-orm/postgresql';
import { appendAudits } from '../audit/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import { lockPlaces } from './places.ts';

type Told = EventOf<'account.changed'>['payload'];

/**
 * Takes over what `identity` tells of officers' accounts: who can sign in decides what is staffed. An older word never overwrites a newer one; of
 * officers that are not known nothing is kept.
 */
export async function receiveAccounts(
  em: EntityManager,
  events: readonly EventOf<'account.changed'>[],
  now: Date,
): Promise<void> {
  const ids = JSON.stringify([...new Set(events.map(({ payload }) => payload.officerId))]);
  const places = await em.execute<{ organisation_id: string }[]>(
    `select distinct organisation_id from post
     where officer_id in (select json_array_elements_text(?::json)) and (ends_at is null or ends_at > ?)`,
    [ids, now],
  );
  const organisationIds = places.map((place) => place.organisation_id);
  await lockPlaces(em, organisationIds);
  await em.execute(
    `select id from officer where id in (select json_array_elements_text(?::json)) order by id for update`,
    [ids],
  );
  for (const { payload } of events) await takeOver(em, payload, now);
  await refreshStaffing(em, organisationIds, now);
}

async function takeOver(em: EntityManager, told: Told, now: Date): Promise<void> {
  const { officerId, hasSecondFactor, lastSignedInOn, at } = told;
  // Suspended means there that we said so: the account is there all the same, and counts again when the officer is reinstated.
  const state = told.state === 'SUSPENDED' ? 'ACTIVE' : told.state;
  const [before] = await em.execute<{ account_state: string; has_second_factor: boolean }[]>(
    `select account_state, has_second_factor from officer where id = ? and (account_changed_at is null or account_changed_at <= ?)`,
    [officerId, at],
  );
  if (before === undefined) return;
  await em.execute(
    `update officer set account_state = ?, has_second_factor = ?, last_signed_in_on = coalesce(?::date, last_signed_in_on), account_changed_at = ?
     where id = ?`,
    [state, hasSecondFactor, lastSignedInOn, at, officerId],
  );
  // A renewal has been used when the account comes back without its second factor; before, its holder still signs in the old way.
  await em.execute(
    `update invitation set accepted_at = ?
     where officer_id = ? and accepted_at is null and replaced_at is null and sent_at <= ? and ? = 'ACTIVE' and (not is_renewal or not ?)`,
    [at, officerId, at, state, hasSecondFactor],
  );
  if (before.account_state === state && before.has_second_factor === hasSecondFactor) return;
  await appendAudits(em, [
    {
      actor: { kind: 'SYSTEM' },
      action: 'ACCOUNT_CHANGED',
      officerId,
      organisationId: null,
      facts: { state, hasSecondFactor },
      at: now,
    },
  ]);
}
