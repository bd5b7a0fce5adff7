import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { auditActor, noteInAudit } from '../audit/index.ts';
import {
  done,
  givenId,
  invalid,
  isDesk,
  NOT_FOUND,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import {
  findCategoryChange,
  lockCategory,
  writeCategorySettings,
  type CategoryChangeRow,
} from './settings-repository.ts';

const schema = z.object({
  requestKey,
  categoryId: givenId(200),
  identityRequirement: z.enum(['NONE', 'CONTACT', 'IDENTITY']),
  isSensitive: z.boolean(),
  needsSupportingData: z.boolean(),
  reason: typed(10, 500),
  expectedVersion: z.int().min(0),
});

/**
 * Changes what a category asks of whoever files a report of it from now on. Reports that were filed stay as they are. A version that the
 * sender did not see is never written over.
 */
export async function changeCategory(
  deps: ReportsDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Result<CategoryChangeRow>> {
  if (!isDesk(viewer) || viewer.accountId === undefined) return NOT_FOUND;
  const officerId = viewer.accountId;
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { requestKey: key, categoryId, reason, expectedVersion, ...settings } = valid.value;
  return deps.database.transaction(async (em): Promise<Result<CategoryChangeRow>> => {
    // The category is held, so that a repeated request meets its first one.
    const found = await lockCategory(em, categoryId);
    if (!found) return NOT_FOUND;
    const earlier = key && (await findCategoryChange(em, key));
    if (earlier) return done(earlier);
    const { version, ...before } = found;
    if (version !== expectedVersion)
      return invalid({
        path: 'input.expectedVersion',
        code: 'CHANGED',
        message: `It has version ${version} by now.`,
      });
    if (
      before.identityRequirement === settings.identityRequirement &&
      before.isSensitive === settings.isSensitive &&
      before.needsSupportingData === settings.needsSupportingData
    )
      return invalid({
        path: 'input.identityRequirement',
        code: 'UNCHANGED',
        message: 'It asks for this already.',
      });
    const change = {
      ...settings,
      id: deps.newId(),
      categoryId,
      version: version + 1,
      before,
      reason,
      enteredAt: deps.clock.now(),
      officerId,
    };
    await writeCategorySettings(em, { ...change, requestKey: key });
    await noteInAudit(em, {
      at: change.enteredAt,
      action: 'CATEGORY_CHANGED',
      ...auditActor(viewer),
      organisationId: viewer.posts.find(({ role }) => role === 'NATIONAL_ADMIN')?.organisationId ?? null,
      reportId: null,
      subjectId: categoryId,
      paths: [],
      facts: {
        categoryId,
        version: change.version,
        identityRequirement: settings.identityRequirement,
        identityRequirementBefore: before.identityRequirement,
        isSensitive: String(settings.isSensitive),
        needsSupportingData: String(settings.needsSupportingData),
      },
    });
    return done(change);
  });
}
