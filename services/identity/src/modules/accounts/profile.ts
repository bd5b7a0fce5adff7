import { maskPhone } from '@lapor/phone';
import type { Deps } from '../../deps.ts';
import { fault, ok, type HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { findPhone } from '../phone/index.ts';
import type { SessionAccount } from '../sessions/index.ts';

export interface Profile {
  name: string;
  email: string;
  kind: 'citizen' | 'officer' | 'analyst';
  language: 'id' | 'en';
  /** Masked. */
  phone: string | null;
  phoneVerified: boolean;
  hasPassword: boolean;
  createdAt: Date;
}

/** The account as its holder sees it. */
export async function readProfile(deps: Deps, accountId: string): Promise<Profile> {
  const [row] = await deps.database.query<Omit<Profile, 'phone' | 'phoneVerified'>>(
    'profile',
    `select a.name, a.email, a.kind, a.language, a."createdAt",
       exists (select 1 from credential c where c."userId" = a.id and c."providerId" = 'credential' and c.password is not null) as "hasPassword"
     from account a where a.id = $1`,
    [accountId],
  );
  if (!row) throw new Error('The account is gone');
  const phone = await findPhone(deps, accountId);
  return { ...row, phone: phone && maskPhone(phone.number), phoneVerified: phone !== null };
}

/** Changes name and language. An officer's name is the office's to change. */
export async function saveProfile(
  deps: Deps,
  { accountId, kind, name: current }: SessionAccount,
  { name, language }: { name?: string | undefined; language?: 'id' | 'en' | undefined },
): Promise<HttpAnswer> {
  if (kind !== 'citizen' && name !== undefined && name !== current)
    return fault(400, 'INPUT_INVALID', 'The name is changed by the office');
  const { database, clock } = deps;
  await database.transaction(async (em) => {
    await em.execute(
      `update account set name = coalesce(?::text, name), language = coalesce(?::text, language), "updatedAt" = current_timestamp where id = ?`,
      [name ?? null, language ?? null, accountId],
    );
    await writeAudit(em, { at: clock.now(), action: 'PROFILE_CHANGED', accountId });
  });
  return ok(await readProfile(deps, accountId));
}
