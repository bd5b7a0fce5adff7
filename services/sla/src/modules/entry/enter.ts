import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { notFound, once, validate, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import type { z } from 'zod';
import type { Actor, NewEntry } from './entry.ts';
import { writeEntry } from './repository.ts';

/** What a use case of this service needs. */
export interface UseCaseDependencies {
  database: Database;
  clock: Clock;
}

/** What the work of an entry gets. */
export interface EntryScope<Input> {
  em: EntityManager;
  /** As parsed, without the request key. */
  input: Input;
  /** Set but for a reporter. */
  officerId: string | null;
  /** The one instant of the entry. */
  at: Date;
  /** Writes to the log; `work` judges first, then writes, then applies. */
  write(entry: NewEntry): Promise<number>;
}

/**
 * The frame of everything that a person enters in this service: input checked, one transaction, once per request key, written to the log.
 * A refusal leaves nothing behind. Who may is for `work` to judge (by the policy of its module); nobody but officers and, where
 * `actor` says so, the reporter of one report comes that far. API keys enter nothing.
 */
export async function enter<
  Schema extends z.ZodType<{ requestKey: string | null }>,
  Value,
  Code extends string,
>(
  { database, clock }: UseCaseDependencies,
  viewer: Viewer,
  request: {
    operation: string;
    schema: Schema;
    input: unknown;
    /** Whoever is judged to be the reporter of a report; default: the officer. */
    actor?: Extract<Actor, { kind: 'REPORTER' }>;
  },
  work: (scope: EntryScope<Omit<z.infer<Schema>, 'requestKey'>>) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code>> {
  const actor = request.actor ?? officerOf(viewer);
  if (!actor) return notFound();
  const parsed = validate(request.schema, request.input);
  if (!parsed.ok) return parsed;
  const { requestKey: key, ...body } = parsed.value;
  const { operation } = request;
  // Nothing may lead from an account to a report, so a reporter's requests are remembered by the report.
  const actorId = actor.kind === 'OFFICER' ? actor.id : `report ${actor.reportId}`;
  return database.transaction(async (em) => {
    const at = clock.now();
    return once<Value, Code>(em, { key, actorId, operation, body, at }, () =>
      work({
        em,
        input: body,
        officerId: actor.kind === 'OFFICER' ? actor.id : null,
        at,
        async write(entry) {
          const id = await writeEntry(em, entry, actor, at);
          if (id === null) throw new Error(`The log has an entry with the key of ${entry.kind} already`);
          return id;
        },
      }),
    );
  });
}

function officerOf(viewer: Viewer): Extract<Actor, { kind: 'OFFICER' }> | undefined {
  if (viewer.kind !== 'officer' || viewer.accountId === undefined || viewer.apiKey) return undefined;
  return { kind: 'OFFICER', id: viewer.accountId };
}
