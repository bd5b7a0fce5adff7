import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { ReportsDependencies, Report } from '../report/index.ts';

const identity = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  nik: z.string().nullable(),
  address: z.string().nullable(),
  accountId: z.string().nullable(),
  /** Where somebody without mail or phone is reached who came by a door: a chat. Shown to nobody, and kept so that it is erased like the rest. */
  doorAddress: z.string().nullable().default(null),
});

/** Who a reporter is. Exists only sealed, in this service; nothing else of it is stored anywhere. */
export type Identity = z.infer<typeof identity>;

/** An identity sealed for one report; it opens for no other. */
export const sealedIdentity = (
  { sealer }: Pick<ReportsDependencies, 'sealer'>,
  reportId: string,
  value: Identity,
): Buffer => sealer.seal(JSON.stringify(value), `identity:${reportId}`);

/** Keeps an identity, sealed, where none was known. */
async function sealIdentity(
  deps: ReportsDependencies,
  em: EntityManager,
  reportId: string,
  value: Identity,
  at: Date,
): Promise<void> {
  await em.execute('insert into sealed_identity (report_id, sealed, sealed_at) values (?, ?, ?)', [
    reportId,
    sealedIdentity(deps, reportId, value),
    at.toISOString(),
  ]);
}

/** Seals another identity in place of the one that was sealed for a report. */
export async function resealIdentity(
  deps: ReportsDependencies,
  em: EntityManager,
  reportId: string,
  value: Identity,
  at: Date,
): Promise<void> {
  await em.execute('update sealed_identity set sealed = ?, sealed_at = ? where report_id = ?', [
    sealedIdentity(deps, reportId, value),
    at.toISOString(),
    reportId,
  ]);
}

/** Ties what is sealed of a reporter to an account; where nothing was sealed the account is all there is. */
export async function linkIdentity(
  deps: ReportsDependencies,
  em: EntityManager,
  reportId: string,
  accountId: string,
  at: Date,
): Promise<void> {
  const known = await openIdentity(deps, em, reportId);
  if (known) return resealIdentity(deps, em, reportId, { ...known, accountId }, at);
  const nothing = { name: null, phone: null, email: null, nik: null, address: null, doorAddress: null };
  await sealIdentity(deps, em, reportId, { ...nothing, accountId }, at);
}

/** Opens a sealed identity. Callers decide who may know, and log it first. */
export async function openIdentity(
  deps: ReportsDependencies,
  em: EntityManager,
  reportId: string,
): Promise<Identity | null> {
  const [row] = await em.execute<{ sealed: Uint8Array }[]>(
    'select sealed from sealed_identity where report_id = ?',
    [reportId],
  );
  return row
    ? identity.parse(JSON.parse(deps.sealer.open(row.sealed, `identity:${reportId}`).toString()))
    : null;
}

/** Keeps the reporter's own words sealed before a redaction; the first version counts. */
export async function sealOriginal(
  deps: ReportsDependencies,
  em: EntityManager,
  report: Pick<Report, 'id' | 'title' | 'text'>,
  at: Date,
): Promise<void> {
  const words = JSON.stringify({ title: report.title, text: report.text });
  await em.execute(
    'insert into sealed_original (report_id, sealed, sealed_at) values (?, ?, ?) on conflict (report_id) do nothing',
    [report.id, deps.sealer.seal(words, `original:${report.id}`), at.toISOString()],
  );
}
