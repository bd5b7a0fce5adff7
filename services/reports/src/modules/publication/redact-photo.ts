import { z } from 'zod';
import { DatabaseUnavailable } from '@lapor/database';
import { blackOut } from '@lapor/files';
import type { Viewer } from '@lapor/viewer';
import { findPhotoToRedact, isPhotoKept, replacePhoto } from '../attachment/index.ts';
import {
  changeReport,
  expectedVersion,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { noteModeration } from './note-moderation.ts';
import { limitFaults } from './redaction-limits.ts';
import { MODERATION_RULES } from './vocabulary.ts';

const MOST_AREAS = 20;
const share = z.number().min(0).max(1);
const area = z
  .object({ x: share, y: share, width: share.positive(), height: share.positive() })
  .refine(({ x, y, width, height }) => x + width <= 1.000_001 && y + height <= 1.000_001, {
    params: { code: 'OUTSIDE' },
    message: 'The area lies within the photo: 0 to 1 from its upper left corner.',
  });

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  attachmentId: z.uuid(),
  areas: z.array(area).min(1).max(MOST_AREAS),
  reason: typed(...LIMITS.reason),
  rule: z.enum(MODERATION_RULES),
});

/** Blacks out areas of a photo for everybody who sees it; the photo as it was stays sealed, and the reporter is told why. */
export async function redactPhoto(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { attachmentId, areas, reason, rule, ...request } = valid.value;
  const written: string[] = [];
  const discard = () => Promise.all(written.map((key) => deps.files.remove(key)));
  try {
    const result = await changeReport(
      deps,
      viewer,
      { ...request, operation: 'redact', transition: 'redact' },
      async ({ em, report, now, actor, mayAlso }) => {
        const faults = mayAlso('redactByAnyRule') ? [] : limitFaults(rule);
        if (faults.length > 0) return { type: 'invalid', faults };
        const photo = await findPhotoToRedact(em, report.id, attachmentId);
        if (!photo)
          return {
            type: 'invalid',
            faults: [{ path: 'input.attachmentId', code: 'NOT_FOUND', message: 'There is no such photo.' }],
          };
        const blackened = await blackOut(await deps.files.get(photo.storageKey), areas);
        const storageKey = `${photo.id.slice(-2)}/${photo.id}-${deps.newId()}`;
        const next = { ...blackened, storageKey, thumbnailKey: `${storageKey}-thumbnail` };
        written.push(next.storageKey, next.thumbnailKey);
        await deps.files.put(next.storageKey, next.content);
        await deps.files.put(next.thumbnailKey, next.thumbnail);
        const remove = await replacePhoto(em, photo, next);
        await noteModeration(deps, em, report, { kind: 'PHOTO_REDACTED', rule, at: now, actor });
        return {
          entry: { kind: 'REDACTED', text: reason, audience: 'PARTIES', reasonCode: rule },
          afterEntry: async () => remove,
        };
      },
    );
    if (!result.ok) await discard();
    return result;
  } catch (error) {
    if (!(await mayHaveCommitted(deps, error, written[0]))) await discard();
    throw error;
  }
}

/**
 * Whether a row may name the new files although the change failed: the answer to its commit may be lost, or an old file not go away. A
 * file too many does no harm; without these the photo would be gone.
 */
const mayHaveCommitted = async (
  { database }: ReportsDependencies,
  error: unknown,
  storageKey: string | undefined,
): Promise<boolean> =>
  storageKey !== undefined &&
  (error instanceof DatabaseUnavailable ||
    (await isPhotoKept(database.fork(), storageKey).catch(() => true)));
