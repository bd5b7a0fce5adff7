import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import type { z } from 'zod';
import { type PlacedViewer, placeViewerIn } from '../authority/index.ts';
import { notFound, once, validate } from '@lapor/request';
import type { Outcome, RefusalCode, UseCaseDependencies } from '../refusal/index.ts';

/** What a change of people works with. */
export type PeopleChange<Input> = {
  em: EntityManager;
  input: Input;
  viewer: PlacedViewer;
  actorId: string;
  at: Date;
};

/** Thrown inside the transaction, so that nothing of a refused change stays. */
export class Refused extends Error {
  readonly outcome: Outcome<never>;
  constructor(outcome: Outcome<never>) {
    super('The change was refused');
    this.outcome = outcome;
  }
}

/**
 * The frame of every change that an officer makes to people and their readiness: input checked, one transaction, once per request key,
 * nothing kept of a refused change.
 */
export async function changePeople<Schema extends z.ZodType<{ requestKey: string | null }>, Value>(
  { database, clock }: UseCaseDependencies,
  viewer: Viewer,
  { operation, schema, input }: { operation: string; schema: Schema; input: unknown },
  work: (change: PeopleChange<Omit<z.infer<Schema>, 'requestKey'>>) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const { accountId: actorId } = viewer;
  if (viewer.kind !== 'officer' || actorId === undefined) return notFound();
  const parsed = validate(schema, input);
  if (!parsed.ok) return parsed;
  const { requestKey: key, ...body } = parsed.value;
  try {
    return await database.transaction(async (em) => {
      const at = clock.now();
      const placed = await placeViewerIn(em, viewer);
      const outcome = await once<Value, RefusalCode>(em, { key, actorId, operation, body, at }, () =>
        work({ em, input: body, viewer: placed, actorId, at }),
      );
      if (!outcome.ok) throw new Refused(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}
