import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { may } from '../authority/index.ts';
import { claimEvidence } from '../evidence/index.ts';
import { changePeople, findAndLockPlace } from '../officer/index.ts';
import {
  type FieldFault,
  accepted,
  day,
  givenId,
  invalid,
  notFound,
  optionallyTyped,
  requestKey,
  typed,
} from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { READINESS_ITEMS, isDeclared } from './vocabulary.ts';

const declaring = z.object({
  requestKey,
  organisationId: givenId(),
  kind: z.enum(READINESS_ITEMS).refine(isDeclared, { error: 'The platform works this item out.' }),
  number: optionallyTyped(100),
  date: day.nullish().transform((value) => value ?? null),
  note: optionallyTyped(1_000),
  validUntil: day.nullish().transform((value) => value ?? null),
  evidenceIds: z
    .array(z.uuid())
    .max(5)
    .nullish()
    .transform((value) => [...new Set(value ?? [])]),
});
export type DeclareReadinessInput = z.input<typeof declaring>;
type Declaration = Omit<z.infer<typeof declaring>, 'requestKey'>;

/**
 * Declares an item of the checklist, in place of what was declared before (which is kept). The decree (SK) needs number, date and a file, the others a
 * file or a note. Agency admins on the path, liaison officers of exactly this organisation.
 * Refuses with NOT_FOUND, INVALID_INPUT or ORGANISATION_FORMER.
 */
export function declareReadiness(
  deps: UseCaseDependencies,
  input: DeclareReadinessInput,
  viewer: Viewer,
): Promise<Outcome<{ organisationId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'declareReadiness', schema: declaring, input },
    async (change) => {
      const { em, viewer: placed, actorId, at } = change;
      const { organisationId } = change.input;
      const place = await findAndLockPlace(em, organisationId);
      if (place === null || !may(placed, 'declareReadiness', place)) return notFound();
      if (place.status !== 'ACTIVE') {
        return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
      }
      const [fault, ...more] = faultsOf(change.input, localDateAt(at, place.timeZone));
      if (fault !== undefined) return invalid(fault, ...more);
      return write(em, change.input, actorId, at);
    },
  );
}

function faultsOf(
  { kind, number, date, note, validUntil, evidenceIds }: Declaration,
  today: string,
): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, code: string, message: string) =>
    faults.push({ path: `input.${field}`, code, message });
  if (kind === 'DECREE') {
    if (number === null) fault('number', 'REQUIRED', 'The number of the decree.');
    if (date === null) fault('date', 'REQUIRED', 'The date of the decree.');
    if (evidenceIds.length === 0) fault('evidenceIds', 'REQUIRED', 'The decree as a file.');
  } else if (note === null && evidenceIds.length === 0) {
    fault('evidenceIds', 'REQUIRED', 'A file, or a note.');
  }
  if (date !== null && date > today) fault('date', 'INVALID', 'Must not lie in the future.');
  if (validUntil !== null && validUntil < (date !== null && date > today ? date : today)) {
    fault('validUntil', 'INVALID', 'Must not lie in the past.');
  }
  return faults;
}

async function write(
  em: EntityManager,
  { organisationId, kind, number, date, note, validUntil, evidenceIds }: Declaration,
  actorId: string | null,
  at: Date,
): Promise<Outcome<{ organisationId: string }>> {
  const declarationId = randomUUID();
  await em.execute(
    `update readiness_declaration set ended_at = ?, ended_by = ? where organisation_id = ? and kind = ? and ended_at is null`,
    [at, actorId, organisationId, kind],
  );
  await em.execute(
    `insert into readiness_declaration (id, organisation_id, kind, number, date, note, valid_until, declared_at, declared_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [declarationId, organisationId, kind, number, date, note, validUntil, at, actorId],
  );
  if (!(await claimEvidence(em, { ids: evidenceIds, organisationId, kind, declarationId }))) {
    return invalid({
      path: 'input.evidenceIds',
      code: 'NOT_FOUND',
      message: 'Not files of this organisation, or of another declaration.',
    });
  }
  await appendAudit(em, {
    actor: actorId === null ? { kind: 'SYSTEM' } : { kind: 'OFFICER', id: actorId },
    action: 'READINESS_DECLARED',
    officerId: null,
    organisationId,
    facts: { kind, declarationId, files: evidenceIds.length, ...(validUntil !== null && { validUntil }) },
    at,
  });
  return accepted({ organisationId });
}

const withdrawing = z.object({
  requestKey,
  organisationId: givenId(),
  kind: z.enum(READINESS_ITEMS),
  reason: typed(5, 500),
});
export type WithdrawDeclarationInput = z.input<typeof withdrawing>;

/** Takes a declaration back; it is kept. Whoever may declare. Refuses with NOT_FOUND, also when nothing is declared. */
export function withdrawDeclaration(
  deps: UseCaseDependencies,
  input: WithdrawDeclarationInput,
  viewer: Viewer,
): Promise<Outcome<{ organisationId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'withdrawDeclaration', schema: withdrawing, input },
    async (change) => {
      const { em, viewer: placed, actorId, at } = change;
      const { organisationId, kind, reason } = change.input;
      const place = await findAndLockPlace(em, organisationId);
      if (place === null || !may(placed, 'declareReadiness', place)) return notFound();
      const [ended] = await em.execute<{ id: string }[]>(
        `update readiness_declaration set ended_at = ?, ended_by = ?, withdrawal_reason = ?
         where organisation_id = ? and kind = ? and ended_at is null returning id`,
        [at, actorId, reason, organisationId, kind],
      );
      if (ended === undefined) return notFound();
      await appendAudit(em, {
        actor: { kind: 'OFFICER', id: actorId },
        action: 'DECLARATION_WITHDRAWN',
        officerId: null,
        organisationId,
        facts: { kind, declarationId: ended.id },
        at,
      });
      return accepted({ organisationId });
    },
  );
}
