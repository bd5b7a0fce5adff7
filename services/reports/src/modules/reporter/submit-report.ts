import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { isUniqueViolation } from '@lapor/database';
import { deriveDigits, keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { attachToReport } from '../attachment/index.ts';
import { noteInAudit } from '../audit/index.ts';
import { findCategory } from '../category/index.ts';
import { identityFaults, identityToSeal, reporterInput, sealIdentity } from '../identity/index.ts';
import {
  DOORS_ON_BEHALF,
  filesOnBehalfFor,
  noteConsent,
  onBehalfInput,
  type OnBehalf,
} from '../on-behalf/index.ts';
import { findOrganisations } from '../organisation/index.ts';
import { proofInput, type ProofInput } from '../proof-of-work/index.ts';
import { limitOrProve } from '../rate-limit/index.ts';
import {
  accountLookup,
  attachmentIds,
  done,
  failed,
  givenId,
  LIMITS,
  NOT_FOUND,
  recordTransition,
  Report,
  REPORT_KINDS,
  typed,
  validate,
  type Actor,
  type ReportChannel,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { channelOf } from './channel-of.ts';

/** Whoever does not trust so many has the confidential flag. */
const MOST_EXCLUDED = 10;

const id = givenId(200)
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
  categoryId: id,
  suggestedOrganisationId: id,
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
  onBehalf: onBehalfInput,
  proof: proofInput,
});
type Submission = Omit<z.infer<typeof schema>, 'proof'>;

/** What the sender gets: the report's id, and the code that opens it (with an account, too: it outlives the account). */
export interface Submitted {
  reportId: string;
  accessCode: string;
}

const SUBMISSIONS_PER_SOURCE = { count: 30, seconds: 600 };
/** A counter enters a pile of papers at once; who does is known. */
const SUBMISSIONS_PER_OFFICER = { count: 300, seconds: 600 };

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
  const { onBehalf } = submission;
  // Whoever may not file for others is told nothing of how it would be done.
  if (onBehalf && filesOnBehalfFor(viewer) === null) return NOT_FOUND;
  if (onBehalf && !DOORS_ON_BEHALF.includes(onBehalf.channel))
    return failed({ type: 'invalid', faults: [WRONG_DOOR] });
  const accountId = viewer.kind === 'citizen' ? (viewer.accountId ?? null) : null;
  const keyHash = keyedHash(deps.lookupSecret, 'submission', submission.submissionKey);
  // Keyed: it covers a name and a NIK, and whoever sees the rest of a report must not be able to try them.
  const bodyHash = keyedHash(deps.lookupSecret, 'submission-body', JSON.stringify([submission, accountId]));
  const accessCode = deriveDigits(deps.accessCodeSecret, 'access-code', submission.submissionKey, 16);

  const repeated = await findSubmission(deps, keyHash, bodyHash, accessCode);
  if (repeated) return repeated;
  const limited = await limit(deps, submission, viewer, proof);
  if (limited) return failed(limited);
  // A number is drawn at random; the rare collision draws again.
  for (let attempt = 0; ; attempt++) {
    try {
      const { result, filesToRemove } = await store(deps, submission, {
        viewer,
        accountId,
        keyHash,
        bodyHash,
        accessCode,
        channel: onBehalf?.channel ?? channel,
      });
      if (result.ok) deps.eventsCommitted();
      await Promise.all(filesToRemove.map((key) => deps.files.remove(key)));
      return result;
    } catch (error) {
      if (isUniqueViolation(error, 'report_submission_key_hash_key'))
        return (await findSubmission(deps, keyHash, bodyHash, accessCode))!;
      if (!isUniqueViolation(error, 'report_number_key') || attempt === 9) throw error;
    }
  }
}

const WRONG_DOOR = {
  path: 'input.onBehalf.channel',
  code: 'NOT_A_DOOR',
  message: 'Where the reporter asked: a counter, or a message to an officer.',
};

/** An officer at a counter is counted as such, everybody else by the network source. */
function limit(
  deps: ReportsDependencies,
  { onBehalf, submissionKey }: Submission,
  viewer: Viewer,
  proof: ProofInput,
) {
  const provable = { operation: 'SUBMIT_REPORT', subject: submissionKey.toLowerCase() } as const;
  return onBehalf
    ? limitOrProve(deps, 'submit-on-behalf', viewer.accountId, SUBMISSIONS_PER_OFFICER, provable, proof)
    : limitOrProve(deps, 'submit', viewer.source, SUBMISSIONS_PER_SOURCE, provable, proof);
}

async function findSubmission(
  deps: ReportsDependencies,
  keyHash: Buffer,
  bodyHash: Buffer,
  accessCode: string,
): Promise<Result<Submitted> | null> {
  const [row] = await deps.database.query<{ id: string; body: Buffer }>(
    'submission-by-key',
    'select id, submission_body_hash as body from report where submission_key_hash = $1',
    [keyHash],
  );
  if (!row) return null;
  return row.body.equals(bodyHash) ? done({ reportId: row.id, accessCode }) : failed({ type: 'conflict' });
}

interface Origin {
  viewer: Viewer;
  accountId: string | null;
  keyHash: Buffer;
  bodyHash: Buffer;
  accessCode: string;
  channel: ReportChannel;
}

async function store(
  deps: ReportsDependencies,
  submission: Submission,
  origin: Origin,
): Promise<{ result: Result<Submitted>; filesToRemove: string[] }> {
  const { accountId, accessCode } = origin;
  return deps.database.transaction(async (em) => {
    const now = deps.clock.now();
    const { categoryId, suggestedOrganisationId, reporter } = submission;
    const category = categoryId === null ? null : await findCategory(em, categoryId);
    const faults = identityFaults(reporter, category?.identity_requirement ?? 'NONE', {
      isAnonymous: submission.isAnonymous,
      hasAccount: accountId !== null,
    });
    if (categoryId !== null && !category)
      faults.push({ path: 'input.categoryId', code: 'NOT_FOUND', message: 'There is no such category.' });
    if (
      submission.occurredOn &&
      submission.occurredOn > new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
    ) {
      faults.push({
        path: 'input.occurredOn',
        code: 'IN_THE_FUTURE',
        message: 'The day must not be in the future.',
      });
    }
    if (faults.length > 0) return { result: failed({ type: 'invalid', faults }), filesToRemove: [] };
    // The citizen's choice is a hint (decisions.md 10): an organisation not known here yet must not stop a report.
    const known =
      suggestedOrganisationId !== null &&
      (await findOrganisations(em, [suggestedOrganisationId])).has(suggestedOrganisationId);

    const number = String(randomInt(10_000_000, 100_000_000));
    const identity = identityToSeal(reporter, accountId);
    const report = em.create(Report, {
      id: deps.newId(),
      number,
      submissionKeyHash: origin.keyHash,
      submissionBodyHash: origin.bodyHash,
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
      regionCode: submission.regionCode,
      categoryId,
      suggestedOrganisationId: known ? suggestedOrganisationId : null,
      // Kept although unknown: it may become known, and is to stay out then.
      excludedOrganisationIds: submission.excludedOrganisationIds ?? [],
      channel: origin.channel,
      publicName:
        reporter?.showNamePublicly && !submission.isAnonymous && !submission.isConfidential
          ? reporter.name
          : null,
      isAnonymous: submission.isAnonymous,
      isConfidential: submission.isConfidential,
      isPublished: false,
      publishedAt: null,
      withholdReason: null,
      hasIdentity: identity !== null,
      deskOrganisationId: null,
      leadOrganisationId: null,
      leadPath: null,
      waitsFor: 'VERIFIER',
      returnCount: 0,
      missingData: null,
      archiveCode: null,
      closingCode: null,
      rating: null,
      submittedAt: now,
      updatedAt: now,
      firstDisposedAt: null,
      lastResultAt: null,
      endedAt: null,
      notificationsMuted: false,
      sequence: 0,
      historySeal: Buffer.alloc(0),
    });
    await recordTransition(deps, em, {
      report,
      assignments: [],
      stateBefore: null,
      actor: CITIZEN,
      at: now,
      entry: { kind: 'SUBMITTED', audience: 'PARTIES' },
    });
    if (identity) await sealIdentity(deps, em, report.id, identity, now);
    if (submission.onBehalf) await keepConsent(deps, em, report, submission.onBehalf, origin.viewer);
    const filesToRemove = await attachToReport(deps, em, {
      report,
      ids: submission.attachmentIds,
      viewer: origin.viewer,
      submissionKey: submission.submissionKey,
    });
    return { result: done({ reportId: report.id, accessCode }), filesToRemove };
  });
}

/** The reporter is the person; the officer who entered it stands in the audit, and with the consent. */
async function keepConsent(
  deps: ReportsDependencies,
  em: EntityManager,
  { id: reportId, number, submittedAt: at }: Report,
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
