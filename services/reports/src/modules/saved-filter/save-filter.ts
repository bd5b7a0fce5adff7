import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { auditActor, noteInAudit, type AuditAction } from '../audit/index.ts';
import {
  done,
  givenId,
  INBOX_LISTS,
  invalid,
  NOT_FOUND,
  REPORT_KINDS,
  REPORT_STATES,
  typed,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { FILTER_KINDS, type FilterKind } from './vocabulary.ts';

const id = givenId(200).nullish();
const values = z.object({
  bucket: z.enum(INBOX_LISTS).nullish(),
  search: typed(0, 200).nullish(),
  placeText: typed(0, 200).nullish(),
  states: z.array(z.enum(REPORT_STATES)).max(REPORT_STATES.length).nullish(),
  kinds: z.array(z.enum(REPORT_KINDS)).max(REPORT_KINDS.length).nullish(),
  categoryId: id,
  regionCode: id,
  organisationId: id,
  from: z.iso.date().nullish(),
  until: z.iso.date().nullish(),
  dueWithinDays: z.int().min(0).max(366).nullish(),
  overdue: z.boolean().nullish(),
  coHandled: z.boolean().nullish(),
  confidential: z.boolean().nullish(),
  leadItself: z.boolean().nullish(),
  ageFromDays: z.int().min(0).max(36_600).nullish(),
  ageUntilDays: z.int().min(0).max(36_600).nullish(),
  rated: z.boolean().nullish(),
  stepOnTime: z.boolean().nullish(),
});
const schema = z.object({ kind: z.enum(FILTER_KINDS), name: typed(1, 60), values });

export interface SavedFilterRow {
  id: string;
  kind: FilterKind;
  name: string;
  filter: z.infer<typeof values>;
  saved_at: Date;
}

const MOST_FILTERS = 50;

/** The officer whose filters they are; a key keeps none. */
export const ownerOf = (viewer: Viewer): string | null =>
  viewer.kind === 'officer' && !viewer.apiKey && viewer.posts.length > 0 ? (viewer.accountId ?? null) : null;

/** Keeps a filter under its name; one of the same name is replaced, so that a repeated save changes nothing. Fifty at most. */
export async function saveFilter(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<SavedFilterRow>> {
  const officerId = ownerOf(viewer);
  if (officerId === null) return NOT_FOUND;
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { kind, name, values: filter } = valid.value;
  const at = deps.clock.now();
  return deps.database.transaction(async (em) => {
    const [row] = await em.execute<SavedFilterRow[]>(
      `insert into saved_filter (id, officer_id, kind, name, filter, saved_at)
       select ?::uuid, ?, ?, ?, ?::jsonb, ?::timestamptz
       where (select count(*) from saved_filter where officer_id = ? and not (kind = ? and name = ?)) < ${MOST_FILTERS}
       on conflict (officer_id, kind, name) do update set filter = excluded.filter, saved_at = excluded.saved_at
       returning id, kind, name, filter, saved_at`,
      [deps.newId(), officerId, kind, name, JSON.stringify(filter), at.toISOString(), officerId, kind, name],
    );
    if (!row)
      return invalid({ path: 'input.name', code: 'TOO_MANY', message: `At most ${MOST_FILTERS} filters.` });
    await note(em, viewer, 'FILTER_SAVED', row.id, at);
    return done({ ...row, saved_at: at });
  });
}

const deletion = z.object({ id: z.uuid() });

/** Removes one of the officer's own filters. */
export async function deleteFilter(
  deps: ReportsDependencies,
  input: z.input<typeof deletion>,
  viewer: Viewer,
): Promise<Result<{ id: string }>> {
  const officerId = ownerOf(viewer);
  const valid = validate(deletion, input);
  if (officerId === null || !valid.ok) return NOT_FOUND;
  const at = deps.clock.now();
  return deps.database.transaction(async (em) => {
    const gone = await em.execute<unknown[]>(
      'delete from saved_filter where id = ? and officer_id = ? returning id',
      [valid.value.id, officerId],
    );
    if (gone.length === 0) return NOT_FOUND;
    await note(em, viewer, 'FILTER_DELETED', valid.value.id, at);
    return done({ id: valid.value.id });
  });
}

const note = (
  em: Parameters<typeof noteInAudit>[0],
  viewer: Viewer,
  action: AuditAction,
  subjectId: string,
  at: Date,
): Promise<void> =>
  noteInAudit(em, {
    at,
    action,
    ...auditActor(viewer),
    organisationId: null,
    reportId: null,
    subjectId,
    paths: [],
    facts: {},
  });
