import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  done,
  LIMITS,
  NOT_FOUND,
  reportId,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { maskNik } from './mask-nik.ts';
import { openIdentity, type Identity } from './sealed-identity.ts';

const schema = z.object({ reportId, requestKey, reason: typed(...LIMITS.reason) });

/**
 * Opens a reporter's identity to an entitled officer. The reason is logged, and the reporter told, in a transaction that is
 * committed before the value is read: no log, no value. The NIK is never given whole: enough of it to compare with a card.
 */
export async function revealIdentity(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string; identity: Identity }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reason, ...request } = valid.value;
  const logged = await changeReport(
    deps,
    viewer,
    { ...request, operation: 'revealIdentity', transition: 'revealIdentity' },
    ({ em, report, actor, now }) => ({
      entry: { kind: 'IDENTITY_REVEALED', text: reason, audience: 'PARTIES' },
      afterEntry: async () => {
        await em.execute(
          'insert into identity_reveal (id, report_id, officer_id, organisation_id, reason, at) values (?, ?, ?, ?, ?, ?)',
          [deps.newId(), report.id, viewer.accountId, actor.organisationId, reason, now.toISOString()],
        );
      },
    }),
  );
  if (!logged.ok) return logged;
  const identity = await openIdentity(deps, deps.database.fork(), logged.value.reportId);
  return identity
    ? done({ reportId: logged.value.reportId, identity: { ...identity, nik: maskNik(identity.nik) } })
    : NOT_FOUND;
}
