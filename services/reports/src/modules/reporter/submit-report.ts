import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { executePrepared, isUniqueViolation, withNumbers } from '@lapor/database';
import { deriveDigits, keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { attachToReport } from '../attachment/index.ts';
import { noteInAudit } from '../audit/index.ts';
import { identityFaults, identityToSeal, reporterInput, sealedIdentity } from '../identity/index.ts';
import {
  DOORS_ON_BEHALF,
  filesOnBehalfFor,
  noteConsent,
  onBehalfInput,
  type OnBehalf,
} from '../on-behalf/index.ts';
import { holdDirectDesk, type DirectDesk } from '../organisation/index.ts';
import { proofInput, type Provable } from '../proof-of-work/index.ts';
import { attemptOf, limitOrProve, tooMany, workForTooMany, type Limit } from '../rate-limit/index.ts';
import {
  accountLookup,
  attachmentIds,
  done,
  failed,
  givenId,
  LIMITS,
  nextTransition,
  NOT_FOUND,
  refreshInbox,
  REPORT_KINDS,
  typed,
  validate,
  type Actor,
  type FieldFault,
  type ReportChannel,
  type ReportRow,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { channelOf } from './channel-of.ts';
import { fileReport, type NewReport, type Run } from './file-report.ts';
import { findSubmission, type Known } from './find-submission.ts';
import { firstDesk, pageOf } from './first-desk.ts';
import { regionOf } from './region-of.ts';

/** Whoever does not trust so many has the confidential flag. */
const MOST_EXCLUDED = 10;

const optionalId = givenId(200)
  .nullish()
  .transform((value) => value ?? null);
const schema = z.object({
  submissionKey: z.uuid(),
  kind: z.enum(REPORT_KINDS),
  title: typed(...LIMITS.title),
  text: typed(...LIMITS.text),
  occurredOn: z.iso
    .date()
    .nullish()
    .transform((value) => value ?? null),
  placeText: z
    .union([z.literal('').transform(() => null), typed(1, LIMITS.place)])
    .nullish()
    .transform((value) => value ?? null),
  point: z
    .object({ latitude: z.number().min(-11.5).max(6.5), longitude: z.number().min(94).max(142) })
    .nullish()
    .transform((value) => value ?? null),
  regionCode: z
    .string()
    .regex(/^\d\d(\.\d\d(\.\d\d)?)?$/, 'A region code such as 13.71.09.')
    .nullish()
    .transform((value) => value ?? null),
  categoryId: optionalId,
  suggestedOrganisationId: optionalId,
  attachmentIds,
  isAnonymous: z.boolean().default(false),
  isConfidential: z.boolean().default(false),
  reporter: reporterInput,
  // Absent where nothing is said: a key that was used before there were these has the same content still.
  excludedOrganisationIds: z
    .array(givenId(200))
    .max(MOST_EXCLUDED)
    .nullish()
    .transform((ids) => (ids?.length ? [...new Set(ids)].toSorted() : undefined)),
  filedOnPageOf: givenId(200)
    .nullish()
    .transform((id) => id ?? undefined),
  isAboutOfficers: z
    .boolean()
    .nullish()
    .transform((value) => value || undefined),
  onBehalf: onBehalfInput,
  proof: proofInput,
});
type Submission = Omit<z.infer<typeof schema>, 'proof'>;

/** What the sender gets: the report's id, and the code that opens it (with an account, too: it outlives the account). */
export interface Submitted {
  reportId: string;
  accessCode: string;
  /** The report as it was stored just now; none for one that had been before. */
  row: ReportRow | null;
}

const SUBMISSIONS_PER_SOURCE = { count: 30, seconds: 600 };
/** A counter enters a pile of papers at once; who does is known. */
const SUBMISSIONS_PER_OFFICER = { count: 300, seconds: 600 };
/** A city's own application stands for all its citizens; who it is, is known. */
const SUBMISSIONS_PER_KEY = { count: 300, seconds: 600 };

/**
 * Takes a report in. The same key with the same content gives the same report and code again, however often and however
 * concurrently it is sent; with other content it is refused. Works while every other service is down.
 */
export async function submitReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
  channel: ReportChannel = channelOf(viewer),
): Promise<Result<Submitted>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { proof, ...submission } = valid.value;
  if (submission.reporter?.doorAddress !== undefined && !viewer.isAtDoor)
    return failed({ type: 'invalid', faults: [NO_DOOR] });
  const { onBehalf } = submission;
  // Whoever may not file for others is told nothing of how it would be done.
  if (onBehalf && filesOnBehalfFor(viewer) === null) return NOT_FOUND;
  if (onBehalf && !DOORS_ON_BEHALF.includes(onBehalf.channel))
    return failed({ type: 'invalid', faults: [WRONG_DOOR] });
  if (onBehalf && submission.filedOnPageOf !== undefined)
    return failed({ type: 'invalid', faults: [NO_PAGE] });
  const accountId = viewer.kind === 'citizen' ? (viewer.accountId ?? null) : null;
  const keyHash = keyedHash(deps.lookupSecret, 'submission', submission.submissionKey);
  // Keyed: it covers a name and a NIK, and whoever sees the rest of a report must not be able to try them.
  const bodyHash = keyedHash(deps.lookupSecret, 'submission-body', JSON.stringify([submission, accountId]));
  const accessCode = deriveDigits(deps.accessCodeSecret, 'access-code', submission.submissionKey, 16);

  const { limit, purpose, source } = limitOf(onBehalf, viewer);
  // Neither who writes to a door nor a system with a key has a device that could work; it tries again later.
  const hasNoDevice = viewer.isAtDoor === true || viewer.apiKey !== undefined;
  const provable: Provable = {
    operation: 'SUBMIT_REPORT',
    subject: submission.submissionKey.toLowerCase(),
  };
  const asked = {
    categoryId: submission.categoryId,
    organisationId: submission.suggestedOrganisationId,
    pageOf: onBehalf ? null : pageOf(submission.filedOnPageOf, viewer),
  };
  // Whoever did work shows it first; everybody else is counted by the way.
  const attempt =
    source === undefined || (proof && !hasNoDevice) ? null : attemptOf(deps, purpose, source, limit.seconds);
  const known = await findSubmission(deps, keyHash, asked, attempt);
  if (known.earlier) return again(known.earlier, bodyHash, accessCode);
  const limited = known.attempts
    ? hasNoDevice
      ? tooMany(known.attempts, limit.count)
      : await workForTooMany(deps, known.attempts, limit.count, provable)
    : await limitOrProve(deps, purpose, source, limit, provable, proof);
  if (limited) return failed(limited);
  const faults = faultsOf(deps, submission, known, accountId !== null);
  if (faults.length > 0) return failed({ type: 'invalid', faults });
  const origin = {
    viewer,
    accountId,
    keyHash,
    bodyHash,
    accessCode,
    channel: onBehalf?.channel ?? channel,
    regionCode: await regionOf(deps, submission),
  };
  // A number is drawn at random; the rare collision draws again.
  for (let draw = 0; ; draw++) {
    try {
      const { row, filesToRemove } = await store(deps, submission, known, origin);
      deps.eventsCommitted();
      await Promise.all(filesToRemove.map((key) => deps.files.remove(key)));
      return done({ reportId: row.id, accessCode, row });
    } catch (error) {
      if (isUniqueViolation(error, 'report_submission_key_hash_key')) {
        const { earlier } = await findSubmission(deps, keyHash, asked, null);
        return again(earlier!, bodyHash, accessCode);
      }
      if (!isUniqueViolation(error, 'report_number_key') || draw === 9) throw error;
    }
  }
}

/** The same answer once more; the key with another content is refused. */
const again = (
  { id: reportId, bodyHash }: NonNullable<Known['earlier']>,
  sent: Buffer,
  accessCode: string,
): Result<Submitted> =>
  bodyHash.equals(sent) ? done({ reportId, accessCode, row: null }) : failed({ type: 'conflict' });

const WRONG_DOOR = {
  path: 'input.onBehalf.channel',
  code: 'NOT_A_DOOR',
  message: 'Where the reporter asked: a counter, or a message to an officer.',
};

const NO_DOOR = {
  path: 'input.reporter.doorAddress',
  code: 'NOT_A_DOOR',
  message: 'Only a door of the platform may say where its sender is reached.',
};

const NO_PAGE = {
  path: 'input.filedOnPageOf',
  code: 'NOT_ON_BEHALF',
  message: 'What an officer enters for somebody goes to the national desk.',
};

/** An officer at a counter and a system with a key are counted as such, everybody else by the network source. */
const limitOf = (
  onBehalf: OnBehalf | undefined,
  viewer: Viewer,
): { limit: Limit; purpose: string; source: string | undefined } =>
  onBehalf
    ? { limit: SUBMISSIONS_PER_OFFICER, purpose: 'submit-on-behalf', source: viewer.accountId }
    : viewer.apiKey
      ? { limit: SUBMISSIONS_PER_KEY, purpose: 'submit-by-key', source: viewer.accountId }
      : { limit: SUBMISSIONS_PER_SOURCE, purpose: 'submit', source: viewer.source };

/** What of the submission cannot be, by what is known. */
function faultsOf(
  { clock }: Pick<ReportsDependencies, 'clock'>,
  { categoryId, reporter, isAnonymous, occurredOn }: Submission,
  { identityRequirement }: Known,
  hasAccount: boolean,
): FieldFault[] {
  const faults = identityFaults(reporter, identityRequirement ?? 'NONE', { isAnonymous, hasAccount });
  if (categoryId !== null && identityRequirement === null)
    faults.push({ path: 'input.categoryId', code: 'NOT_FOUND', message: 'There is no such category.' });
  if (occurredOn && occurredOn > new Date(clock.now().getTime() + 14 * 3_600_000).toISOString().slice(0, 10))
    faults.push({
      path: 'input.occurredOn',
      code: 'IN_THE_FUTURE',
      message: 'The day must not be in the future.',
    });
  return faults;
}

interface Origin {
  viewer: Viewer;
  accountId: string | null;
  keyHash: Buffer;
  bodyHash: Buffer;
  accessCode: string;
  channel: ReportChannel;
  /** Where it happened, by what was said or by the point. */
  regionCode: string | null;
}

/** One statement by itself; with a desk that is held, files or a consent, which are tied to it, one transaction. */
async function store(
  deps: ReportsDependencies,
  submission: Submission,
  known: Known,
  origin: Origin,
): Promise<{ row: ReportRow; filesToRemove: string[] }> {
  const { attachmentIds: ids, submissionKey, onBehalf } = submission;
  const file = async (run: Run, desk: DirectDesk | null) => {
    const report = newReport(deps, submission, known, origin, desk);
    const change = {
      report,
      assignments: [],
      stateBefore: null,
      actor: CITIZEN,
      at: report.submittedAt,
      entry: { kind: 'SUBMITTED', audience: 'PARTIES' },
    } as const;
    const names = { deskPath: desk?.path ?? [], deskTimeZone: desk?.timeZone, organisationName: null };
    return { report, row: await fileReport(run, report, nextTransition(deps, change, null, names)) };
  };
  const wanted = firstDesk({
    isConfidential: submission.isConfidential,
    isSensitive: known.isSensitive,
    isAboutOfficers: submission.isAboutOfficers ?? false,
    excludedOrganisationIds: submission.excludedOrganisationIds ?? [],
    directDesk: known.directDesk,
  });
  if (ids.length === 0 && !onBehalf && !wanted) {
    const run: Run = (text, values) => deps.database.query('file-report', withNumbers(text), values);
    return { row: (await file(run, null)).row, filesToRemove: [] };
  }
  return deps.database.transaction(async (em) => {
    const desk = wanted && (await holdDirectDesk(em, wanted.organisationId));
    const { report, row } = await file((text, values) => executePrepared(em, text, values), desk);
    if (desk) await refreshInbox(em, report, [], desk.path);
    if (onBehalf) await keepConsent(deps, em, report, onBehalf, origin.viewer);
    const filesToRemove = await attachToReport(deps, em, {
      report,
      ids,
      viewer: origin.viewer,
      submissionKey,
    });
    return { row: { ...row, desk_path: desk?.path ?? null }, filesToRemove };
  });
}

function newReport(
  deps: ReportsDependencies,
  submission: Submission,
  { knowsOrganisation }: Known,
  { accountId, keyHash, bodyHash, accessCode, channel, regionCode }: Origin,
  desk: DirectDesk | null,
): NewReport {
  const { reporter, isAnonymous, isConfidential } = submission;
  const id = deps.newId();
  const number = String(randomInt(10_000_000, 100_000_000));
  const now = deps.clock.now();
  const identity = identityToSeal(reporter, accountId);
  return {
    id,
    number,
    submissionKeyHash: keyHash,
    submissionBodyHash: bodyHash,
    accessCodeHash: keyedHash(deps.lookupSecret, 'access-code', `${number}:${accessCode}`),
    accountLookup: accountId === null ? null : accountLookup(deps.lookupSecret, accountId),
    kind: submission.kind,
    class: null,
    state: 'SUBMITTED',
    title: submission.title,
    text: submission.text,
    occurredOn: submission.occurredOn,
    placeText: submission.placeText,
    location: submission.point,
    regionCode,
    categoryId: submission.categoryId,
    // The citizen's choice is a hint (decisions.md 10): an organisation not known here yet must not stop a report.
    suggestedOrganisationId: knowsOrganisation ? submission.suggestedOrganisationId : null,
    // Kept although unknown: it may become known, and is to stay out then.
    excludedOrganisationIds: submission.excludedOrganisationIds ?? [],
    channel,
    publicName: reporter?.showNamePublicly && !isAnonymous && !isConfidential ? reporter.name : null,
    isAnonymous,
    isConfidential,
    isAboutOfficers: submission.isAboutOfficers ?? false,
    isPublished: false,
    deskOrganisationId: desk?.organisationId ?? null,
    returnCount: 0,
    rating: null,
    submittedAt: now,
    updatedAt: now,
    notificationsMuted: false,
    sequence: 0,
    historySeal: Buffer.alloc(0),
    sealedIdentity: identity && sealedIdentity(deps, id, identity),
  };
}

/** The reporter is the person; the officer who entered it stands in the audit, and with the consent. */
async function keepConsent(
  deps: ReportsDependencies,
  em: EntityManager,
  { id: reportId, number, submittedAt: at }: NewReport,
  onBehalf: OnBehalf,
  viewer: Viewer,
): Promise<void> {
  const organisationId = filesOnBehalfFor(viewer)!;
  const officerId = viewer.accountId!;
  await noteConsent(deps, em, reportId, onBehalf, { officerId, organisationId, at });
  await noteInAudit(em, {
    at,
    action: 'FILED_ON_BEHALF',
    actorKind: 'OFFICER',
    actorId: officerId,
    organisationId,
    reportId,
    paths: [],
    facts: { number, consent: onBehalf.consentRecordedAs, channel: onBehalf.channel },
  });
}

const CITIZEN: Actor = {
  kind: 'CITIZEN',
  role: null,
  officerId: null,
  organisationId: null,
  isNationalDesk: false,
};
