import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { hasRole, type Viewer } from '@lapor/viewer';
import { auditActor, noteInAudit } from '../audit/index.ts';
import { textArray } from '../organisation/index.ts';
import {
  done,
  failed,
  givenId,
  NOT_FOUND,
  requestKey,
  Rollback,
  typed,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { FROM_THE_FIRST } from './apply-programmes.ts';
import { PROGRAMME_COLUMNS, type ProgrammeRow } from './repository.ts';

/** Programmes are the monitors' of KSP; people, not keys. */
export const mayManageProgrammes = (viewer: Viewer): boolean =>
  !viewer.apiKey && viewer.accountId !== undefined && hasRole(viewer, 'KSP_MONITOR');

const words = z
  .array(
    typed(3, 40).superRefine((word, context) => {
      if (!/^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*$/u.test(word))
        context.addIssue({ code: 'custom', message: 'Letters, digits and blanks only.' });
    }),
  )
  .max(50);
const schema = z
  .object({
    requestKey,
    programmeId: z
      .uuid()
      .nullish()
      .transform((value) => value ?? null),
    name: typed(3, 120),
    categoryIds: z.array(givenId(200)).max(100),
    regionCodes: z.array(z.string().regex(/^\d\d(\.\d\d){0,2}$/, 'A code of a region.')).max(100),
    words,
  })
  .superRefine(({ categoryIds, regionCodes, words: given }, context) => {
    if (categoryIds.length + regionCodes.length + given.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['categoryIds'],
        params: { code: 'REQUIRED' },
        message: 'Name at least one category, region or word.',
      });
  });

/** Whole words, in any case, with any blanks between the parts of a term. */
const patternOf = (given: readonly string[]): string | null =>
  given.length === 0
    ? null
    : `\\m(${given.map((word) => word.toLowerCase().replaceAll(/[ -]/g, '[ -]+')).join('|')})\\M`;

/** Writes a programme, or another rule of one; open reports are looked through in the background. */
export async function saveProgramme(
  deps: ReportsDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Result<ProgrammeRow>> {
  if (!mayManageProgrammes(viewer)) return failed(NOT_FOUND.failure);
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { programmeId, name, categoryIds, regionCodes, words: given, requestKey: key } = valid.value;
  return managing(deps, viewer, 'PROGRAMME_SAVED', async (em, now) => {
    const [unknown] = await em.execute<{ id: string }[]>(
      'select given.id from jsonb_array_elements_text(?::jsonb) as given (id) where not exists (select from category c where c.id = given.id) limit 1',
      [JSON.stringify(categoryIds)],
    );
    if (unknown)
      throw new Rollback({
        type: 'invalid',
        faults: [
          { path: 'input.categoryIds', code: 'NOT_FOUND', message: `There is no category ${unknown.id}.` },
        ],
      });
    if (key) {
      const [earlier] = await em.execute<ProgrammeRow[]>(
        `select ${PROGRAMME_COLUMNS} from programme where request_key = ?::uuid`,
        [key],
      );
      if (earlier) return { row: earlier, isNew: false };
    }
    const rule = [
      name,
      textArray(categoryIds),
      textArray(regionCodes),
      textArray(given),
      patternOf(given),
      now.toISOString(),
      key,
      FROM_THE_FIRST,
    ];
    const [row] = programmeId
      ? await em.execute<ProgrammeRow[]>(
          `update programme set name = ?, category_ids = ?::text[], region_codes = ?::text[], words = ?::text[], pattern = ?,
             saved_at = ?::timestamptz, request_key = ?::uuid, looked_at_until = ?::uuid
           where id = ?::uuid and ended_at is null returning ${PROGRAMME_COLUMNS}`,
          [...rule, programmeId],
        )
      : await em.execute<ProgrammeRow[]>(
          `insert into programme (name, category_ids, region_codes, words, pattern, saved_at, request_key, looked_at_until, id)
           values (?, ?::text[], ?::text[], ?::text[], ?, ?::timestamptz, ?::uuid, ?::uuid, ?::uuid) returning ${PROGRAMME_COLUMNS}`,
          [...rule, deps.newId()],
        );
    return row ? { row, isNew: true } : null;
  });
}

const ending = z.object({ requestKey, programmeId: z.uuid() });

/** Ends a programme: its reports are flagged no more, and it finds no new ones. Ending it again changes nothing. */
export async function endProgramme(
  deps: ReportsDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Result<ProgrammeRow>> {
  if (!mayManageProgrammes(viewer)) return failed(NOT_FOUND.failure);
  const valid = validate(ending, input);
  if (!valid.ok) return valid;
  const { programmeId } = valid.value;
  return managing(deps, viewer, 'PROGRAMME_ENDED', async (em, now) => {
    const [row] = await em.execute<ProgrammeRow[]>(
      `update programme set ended_at = ?::timestamptz, looked_at_until = null where id = ?::uuid and ended_at is null
       returning ${PROGRAMME_COLUMNS}`,
      [now.toISOString(), programmeId],
    );
    if (row) return { row, isNew: true };
    const [earlier] = await em.execute<ProgrammeRow[]>(
      `select ${PROGRAMME_COLUMNS} from programme where id = ?::uuid`,
      [programmeId],
    );
    return earlier ? { row: earlier, isNew: false } : null;
  });
}

/** The frame of both: one at a time, the change, audit – one transaction. */
async function managing(
  deps: ReportsDependencies,
  viewer: Viewer,
  action: 'PROGRAMME_SAVED' | 'PROGRAMME_ENDED',
  change: (em: EntityManager, now: Date) => Promise<{ row: ProgrammeRow; isNew: boolean } | null>,
): Promise<Result<ProgrammeRow>> {
  try {
    return await deps.database.transaction(async (em): Promise<Result<ProgrammeRow>> => {
      // A repeated request meets its first one.
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('programmes', 0))`);
      const now = deps.clock.now();
      const changed = await change(em, now);
      if (!changed) return NOT_FOUND;
      const { row, isNew } = changed;
      if (isNew)
        await noteInAudit(em, {
          at: now,
          action,
          ...auditActor(viewer),
          organisationId: viewer.posts.find(({ role }) => role === 'KSP_MONITOR')?.organisationId ?? null,
          reportId: null,
          subjectId: row.id,
          paths: [],
          facts: { programmeId: row.id },
        });
      return done(row);
    });
  } catch (error) {
    if (error instanceof Rollback) return failed(error.failure);
    throw error;
  }
}
