import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { PLACEHOLDERS, unknownPlaceholders } from '@lapor/wording';
import { auditActor, noteInAudit } from '../audit/index.ts';
import { findCategory } from '../category/index.ts';
import { findOrganisations } from '../organisation/index.ts';
import {
  ANSWER_KINDS,
  boundKey,
  done,
  failed,
  givenId,
  LIMITS,
  NOT_FOUND,
  requestKey,
  Rollback,
  typed,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { mayManageNationalTemplates, mayManageTemplates } from './policy.ts';
import { isNationalTemplate, type TemplateRow } from './repository.ts';

const schema = z.object({
  requestKey,
  templateId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  organisationId: givenId(100),
  isNational: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  kind: z.enum(ANSWER_KINDS),
  categoryId: givenId(200)
    .nullish()
    .transform((value) => value ?? null),
  title: typed(3, 120),
  text: typed(...LIMITS.answer).superRefine((text, context) => {
    const unknown = unknownPlaceholders(text);
    if (unknown.length > 0)
      context.addIssue({
        code: 'custom',
        params: { code: 'UNKNOWN_PLACEHOLDER' },
        message: `Unknown: ${unknown.map((name) => `{${name}}`).join(', ')}. Known: ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}.`,
      });
  }),
});

const RETURNING = 'id, organisation_id, is_national, kind, category_id, title, text, saved_at, retired_at';

/** Writes a template of an organisation, or another version of one; units below find it ready. */
export async function saveAnswerTemplate(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<TemplateRow>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const {
    templateId,
    organisationId,
    isNational,
    kind,
    categoryId,
    title,
    text,
    requestKey: key,
  } = valid.value;
  if (isNational && !templateId && !mayManageNationalTemplates(viewer, organisationId)) return NOT_FOUND;
  return managing(deps, viewer, organisationId, isNational, async (em, now) => {
    if (categoryId !== null && !(await findCategory(em, categoryId)))
      throw new Rollback({
        type: 'invalid',
        faults: [{ path: 'input.categoryId', code: 'NOT_FOUND', message: 'There is no such category.' }],
      });
    const ownKey = key && boundKey(viewer, 'saveAnswerTemplate', key);
    if (ownKey) {
      const [earlier] = await em.execute<TemplateRow[]>(
        `select ${RETURNING} from answer_template where organisation_id = ? and is_national = ? and request_key = ?`,
        [organisationId, isNational, ownKey],
      );
      if (earlier) return { row: earlier };
    }
    const content = [kind, categoryId, title, text, ownKey, now.toISOString()];
    const [row] = templateId
      ? await em.execute<TemplateRow[]>(
          `update answer_template set kind = ?, category_id = ?, title = ?, text = ?, request_key = ?, saved_at = ?
           where id = ? and organisation_id = ? and is_national = ? and retired_at is null returning ${RETURNING}`,
          [...content, templateId, organisationId, isNational],
        )
      : await em.execute<TemplateRow[]>(
          `insert into answer_template (kind, category_id, title, text, request_key, saved_at, id, organisation_id, is_national)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning ${RETURNING}`,
          [...content, deps.newId(), organisationId, isNational],
        );
    return row ? { row, action: 'TEMPLATE_SAVED' } : null;
  });
}

const retiring = z.object({ organisationId: givenId(100), templateId: z.uuid() });

/** Takes a template out of use; answers that were made from it stay as they are. */
export async function retireAnswerTemplate(
  deps: ReportsDependencies,
  input: z.input<typeof retiring>,
  viewer: Viewer,
): Promise<Result<TemplateRow>> {
  const valid = validate(retiring, input);
  if (!valid.ok) return valid;
  const { organisationId, templateId } = valid.value;
  const isNational = await isNationalTemplate(deps.database, templateId);
  return managing(deps, viewer, organisationId, isNational, async (em, now) => {
    const [row] = await em.execute<TemplateRow[]>(
      `update answer_template set retired_at = coalesce(retired_at, ?) where id = ? and organisation_id = ? and is_national = ? returning ${RETURNING}`,
      [now.toISOString(), templateId, organisationId, isNational],
    );
    return row ? { row, action: 'TEMPLATE_RETIRED' } : null;
  });
}

/** The frame of both: the organisation held, permission, the change, audit – one transaction. */
async function managing(
  deps: ReportsDependencies,
  viewer: Viewer,
  organisationId: string,
  isNational: boolean,
  change: (
    em: EntityManager,
    now: Date,
  ) => Promise<{ row: TemplateRow; action?: 'TEMPLATE_SAVED' | 'TEMPLATE_RETIRED' } | null>,
): Promise<Result<TemplateRow>> {
  try {
    return await deps.database.transaction(async (em): Promise<Result<TemplateRow>> => {
      // One at a time writes templates of an organisation: a repeated request meets its first one.
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('answer-template ' || ?, 0))`, [
        organisationId,
      ]);
      const organisation = (await findOrganisations(em, [organisationId])).get(organisationId);
      const mayManage = isNational
        ? mayManageNationalTemplates(viewer)
        : organisation !== undefined && mayManageTemplates(viewer, organisation.path);
      if (!organisation || !mayManage) return NOT_FOUND;
      const now = deps.clock.now();
      const changed = await change(em, now);
      if (!changed) return NOT_FOUND;
      if (changed.action)
        await noteInAudit(em, {
          at: now,
          action: changed.action,
          ...auditActor(viewer),
          organisationId,
          reportId: null,
          subjectId: changed.row.id,
          paths: [organisation.path],
          facts: { templateId: changed.row.id },
        });
      return done(changed.row);
    });
  } catch (error) {
    if (error instanceof Rollback) return failed(error.failure);
    throw error;
  }
}
