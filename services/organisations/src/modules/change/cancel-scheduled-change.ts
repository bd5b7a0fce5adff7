import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { type PlacedViewer, may } from '../authority/index.ts';
import { appendAudits } from '../audit/index.ts';
import { accepted, givenId, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import type { ChangeAnswer } from './carry-out.ts';
import { changeOrganisation } from './change-organisation.ts';
import { findNodes } from './tree-node.ts';
import type { ChangeKind, ChangeState } from './vocabulary.ts';

const cancellation = z.object({ requestKey, changeId: givenId(20).regex(/^\d{1,18}$/) });

type Row = { id: number; organisation_id: string; kind: ChangeKind; state: ChangeState };

/** Calls off a change that waits for its day, all parts of it: whoever could make it. Refuses with NOT_SCHEDULED or NOT_FOUND. */
export function cancelScheduledChange(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'cancelScheduledChange', schema: cancellation, input },
    async ({ em, input: { changeId }, viewer: placed, actor, at }) => {
      const rows = await em.execute<Row[]>(
        `select id, organisation_id, kind, state from organisation_change
         where operation_id = (select operation_id from organisation_change where id = ?::bigint) order by id`,
        [changeId],
      );
      const asked = rows.find(({ id }) => String(id) === changeId);
      if (asked === undefined || !(await mayMake(em, placed, rows))) return notFound();
      if (asked.state !== 'SCHEDULED') {
        return refused('NOT_SCHEDULED', 'The change does not wait any more', 'changeId');
      }
      await em.execute(
        `update organisation_change set state = 'CANCELLED', decided_at = ?
         where id in (select json_array_elements_text(?::json)::bigint) and state = 'SCHEDULED'`,
        [at, JSON.stringify(rows.map(({ id }) => String(id)))],
      );
      await appendAudits(
        em,
        rows.map(({ id, organisation_id, kind }) => ({
          actor,
          action: 'CHANGE_CANCELLED' as const,
          officerId: null,
          organisationId: organisation_id,
          facts: { changeId: String(id), kind },
          at,
        })),
      );
      return accepted({ organisationId: asked.organisation_id, changeId });
    },
  );
}

/** What receives units or other organisations needs the right to add; what is changed itself that to restructure. */
async function mayMake(em: EntityManager, viewer: PlacedViewer, rows: readonly Row[]): Promise<boolean> {
  const nodes = await findNodes(
    em,
    rows.map(({ organisation_id }) => organisation_id),
  );
  return rows.every(({ organisation_id, kind }) => {
    const isReceiver = kind === 'CREATED' || kind === 'ABSORBED' || kind === 'DETAILS_CHANGED';
    return may(viewer, isReceiver ? 'addUnits' : 'restructure', nodes.get(organisation_id)!);
  });
}
