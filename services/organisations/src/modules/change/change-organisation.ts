import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import type { z } from 'zod';
import { type PlacedViewer, placeViewerIn } from '../authority/index.ts';
import { day, notFound, once, optionallyTyped, requestKey, typed, validate } from '@lapor/request';
import type { Outcome, RefusalCode, UseCaseDependencies } from '../refusal/index.ts';
import { lockTree } from './lock-tree.ts';

/** What a change of organisations works with. */
export type OrganisationChangeScope<Input> = {
  em: EntityManager;
  input: Input;
  viewer: PlacedViewer;
  actor: { kind: 'OFFICER'; id: string };
  at: Date;
};

/** Why, and by which decree. */
export const grounds = {
  requestKey,
  reason: typed(5, 500),
  decree: optionallyTyped(200),
};

/** The same, from some day on. */
export const datedGrounds = {
  ...grounds,
  effectiveOn: day.nullish().transform((value) => value ?? null),
};

/**
 * The frame of every change that an officer makes to organisations: input checked, one transaction, once per request key, one after the
 * other under the lock of the tree. `work` judges before it writes: a refusal leaves nothing behind.
 */
export async function changeOrganisation<Schema extends z.ZodType<{ requestKey: string | null }>, Value>(
  { database, clock }: UseCaseDependencies,
  viewer: Viewer,
  { operation, schema, input }: { operation: string; schema: Schema; input: unknown },
  work: (scope: OrganisationChangeScope<Omit<z.infer<Schema>, 'requestKey'>>) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const { accountId } = viewer;
  if (viewer.kind !== 'officer' || accountId === undefined) return notFound();
  const parsed = validate(schema, input);
  if (!parsed.ok) return parsed;
  const { requestKey: key, ...body } = parsed.value;
  return database.transaction(async (em) => {
    const at = clock.now();
    return once<Value, RefusalCode>(em, { key, actorId: accountId, operation, body, at }, async () => {
      await lockTree(em);
      const placed = await placeViewerIn(em, viewer);
      return work({ em, input: body, viewer: placed, actor: { kind: 'OFFICER', id: accountId }, at });
    });
  });
}
