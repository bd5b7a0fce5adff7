import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { keyedHash, uuidFrom, type Sealer } from '@lapor/sealing';
import type { Asker } from '../graph/index.ts';
import { fault, type Answer, type Fault } from './answer.ts';
import type { ByKey, KeyClient } from './by-key.ts';
import { fileByOpen311, keyIsGood } from './documents.graphql.ts';
import { readJurisdiction, type ReadDeps } from './read-requests.ts';
import type { Form } from './read-form.ts';
import type { Services } from './services.ts';
import { nameOfField, readSubmission } from './submission.ts';

export interface FileDeps extends ReadDeps {
  database: Database;
  sealer: Sealer;
  secret: string;
  clock: Clock;
  keys: KeyClient;
  services: Services;
}

const MINUTE = 60_000;
/** So long the same content of the same key is the same report, when the client names no key of its own. */
const SAME_CONTENT_MILLISECONDS = 10 * MINUTE;
const KEPT_MILLISECONDS = 24 * 60 * MINUTE;

const filed = z.object({ number: z.string(), accessCode: z.string() });
const result = z.object({
  result: z.object({
    __typename: z.string(),
    accessCode: z.string().optional(),
    report: z.object({ number: z.string() }).optional(),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    retryAfterSeconds: z.number().optional(),
  }),
});

/** Files a report with the key of whoever sends it: once, however often the same request comes. */
export async function fileRequest(
  deps: FileDeps,
  { fields, file }: Form,
  idempotencyKey: string | undefined,
  extensions: boolean,
  asker: Asker,
): Promise<Answer> {
  const key = fields.get('api_key');
  if (!key) return fault(401, 'api_key was not provided');
  if (!/^lapor_[\w-]{43}$/.test(key)) return fault(401, 'api_key is unknown or has ended');
  if (idempotencyKey !== undefined && !/^[\x21-\x7e]{8,200}$/.test(idempotencyKey))
    return fault(400, 'Idempotency-Key: 8 to 200 characters without blanks');
  // Whoever has no good key learns nothing from what else is wrong.
  const good = await deps.keys.ask(key, keyIsGood, {}, z.object({ __typename: z.string() }));
  if (good.kind !== 'ANSWER') return refused(good);
  const place = await readJurisdiction(deps, fields.get('jurisdiction_id'), asker);
  if ('root' in place) return place;
  const code = fields.get('service_code');
  if (!code) return fault(400, 'service_code was not provided');
  const category = await deps.services.find(code, asker);
  if (!category) return fault(404, 'service_code was not found');
  const read = readSubmission(fields, category, place.organisationId);
  if ('faults' in read) return fault(400, ...read.faults);

  const own = (purpose: string, text: string) => keyedHash(deps.secret, `open311 ${purpose}`, text);
  const fileDigest = file ? own('file', file.content.toString('base64')).toString('hex') : '';
  const body = JSON.stringify([read.submission, fileDigest]);
  const digest = own('request', JSON.stringify([key, idempotencyKey ?? body]));
  const begun = await begin(deps, digest, own('body', body), idempotencyKey === undefined);
  if (begun === 'ANOTHER_BODY') return fault(409, 'Idempotency-Key was used for something else');
  if (begun.filed) return told(begun.filed, deps.publicUrl, extensions);

  const submissionKey = uuidFrom(own('submission', `${digest.toString('hex')} ${begun.begunAt}`));
  let { attachmentIds } = begun;
  if (attachmentIds === null && file) {
    const uploaded = await deps.keys.upload(key, submissionKey, file);
    if (uploaded.kind !== 'ANSWER') return refused(uploaded);
    if (uploaded.answer === null)
      return fault(400, 'media: a JPEG, PNG, WebP or HEIC photo of 10 MB at most');
    attachmentIds = await noteFiles(deps, digest, [uploaded.answer]);
  }
  const input = { ...read.submission, submissionKey, attachmentIds: attachmentIds ?? [] };
  const sent = await deps.keys.ask(key, fileByOpen311, { input }, result);
  if (sent.kind !== 'ANSWER') return refused(sent);
  return concluded(deps, digest, sent.answer.result, extensions);
}

async function concluded(
  deps: FileDeps,
  digest: Buffer,
  { __typename, accessCode, report, fields, retryAfterSeconds }: z.output<typeof result>['result'],
  extensions: boolean,
): Promise<Answer> {
  if (report && accessCode) {
    const answer = { number: report.number, accessCode };
    const sealed = deps.sealer.seal(JSON.stringify(answer), digest.toString('hex'));
    await deps.database.query('open311-filed', 'update open311_request set sealed = $2 where digest = $1', [
      digest,
      sealed,
    ]);
    return told(answer, deps.publicUrl, extensions);
  }
  if (__typename === 'TooManyRequests')
    return {
      ...fault(429, 'Too many requests; try again later'),
      retryAfterSeconds: retryAfterSeconds ?? 60,
    };
  if (__typename === 'SubmissionConflict')
    return fault(409, 'The request was sent before with another content');
  if (__typename === 'InvalidInput')
    return fault(400, ...(fields ?? []).map(({ path, message }) => `${nameOfField(path)}: ${message}`));
  return fault(404, 'What the request names was not found');
}

/** What the filer is told; the code by which the reporter opens the report is not the standard's. */
const told = (
  { number, accessCode }: z.output<typeof filed>,
  publicUrl: string,
  extensions: boolean,
): Answer => ({
  status: 201,
  root: 'service_requests',
  values: [
    {
      service_request_id: number,
      service_notice: 'Laporan diterima dan diverifikasi dalam 3 hari kerja.',
      account_id: null,
      ...(extensions
        ? { extended_attributes: { access_code: accessCode, link: `${publicUrl}/laporan/${number}` } }
        : {}),
    },
  ],
});

function refused(by: Exclude<ByKey<never>, { kind: 'ANSWER' }>): Fault {
  if (by.kind === 'UNKNOWN_KEY') return fault(401, 'api_key is unknown or has ended');
  if (by.kind === 'FORBIDDEN') return fault(403, 'api_key may read only');
  if (by.kind === 'TOO_MANY')
    return { ...fault(429, 'api_key is used too often'), retryAfterSeconds: by.retryAfterSeconds };
  return { ...fault(503, 'Try again in a moment'), retryAfterSeconds: 5 };
}

interface Begun {
  begunAt: string;
  attachmentIds: string[] | null;
  filed: z.output<typeof filed> | null;
}

/** Notes that a request came, or finds what became of it before. */
async function begin(
  { database, sealer, clock }: FileDeps,
  digest: Buffer,
  bodyDigest: Buffer,
  isByContent: boolean,
): Promise<Begun | 'ANOTHER_BODY'> {
  const now = clock.now();
  const since = new Date(now.getTime() - (isByContent ? SAME_CONTENT_MILLISECONDS : KEPT_MILLISECONDS));
  await database.query('open311-forget', 'delete from open311_request where begun_at < $1', [
    new Date(now.getTime() - KEPT_MILLISECONDS),
  ]);
  await database.query(
    'open311-begin',
    `insert into open311_request as r (digest, body_digest, begun_at) values ($1, $2, $3)
     on conflict (digest) do update set body_digest = excluded.body_digest, begun_at = excluded.begun_at, attachment_ids = null, sealed = null
     where r.begun_at < $4`,
    [digest, bodyDigest, now, since],
  );
  const [row] = await database.query<{
    bodyDigest: Buffer;
    begunAt: Date;
    attachmentIds: string[] | null;
    sealed: Buffer | null;
  }>(
    'open311-begun',
    `select body_digest as "bodyDigest", begun_at as "begunAt", attachment_ids as "attachmentIds", sealed from open311_request where digest = $1`,
    [digest],
  );
  if (!row || !bodyDigest.equals(row.bodyDigest)) return 'ANOTHER_BODY';
  return {
    begunAt: new Date(row.begunAt).toISOString(),
    attachmentIds: row.attachmentIds,
    filed: row.sealed && filed.parse(JSON.parse(sealer.open(row.sealed, digest.toString('hex')).toString())),
  };
}

/** The files of a request are those that came first: the same submission carries the same ones. */
async function noteFiles({ database }: FileDeps, digest: Buffer, ids: string[]): Promise<string[]> {
  const [row] = await database.query<{ ids: string[] }>(
    'open311-files',
    `update open311_request set attachment_ids = coalesce(attachment_ids, $2::text[]) where digest = $1 returning attachment_ids as ids`,
    [digest, ids],
  );
  return row?.ids ?? ids;
}
