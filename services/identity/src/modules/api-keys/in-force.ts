/**
 * SQL: whether the key `k` is good at the instant that the placeholder stands for. A key never outlives what it rests on: the analyst's
 * post, or the post of the officer who made it for an organisation.
 */
export const isInForceAt = (now: string): string =>
  `(k.revoked_at is null and k.expires_at > ${now}
    and not exists (select 1 from officer_standing s where s.account_id = k.account_id and s.is_suspended)
    and exists (select 1 from account_post p
      where p.account_id = k.account_id and ${isRunningAt(now)}
        and case when k.organisation_id is null then p.role = 'ANALYST'
            else p.role = 'NATIONAL_ADMIN' or (p.role = 'AGENCY_ADMIN' and p.organisation_id = k.organisation_id) end))`;

/** SQL: whether the post `p` is in force. */
export function isRunningAt(now: string): string {
  return `p.valid_from <= ${now} and (p.valid_until is null or p.valid_until > ${now})`;
}
