import { randomUUID } from 'node:crypto';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { may } from '../authority/index.ts';
import { changePeople, findAndLockPlace } from '../officer/index.ts';
import {
  accepted,
  day,
  givenId,
  invalid,
  notFound,
  optionallyTyped,
  requestKey,
  typed,
} from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';

const recording = z.object({
  requestKey,
  organisationId: givenId(),
  visitedOn: day,
  topics: typed(5, 2_000),
  agreement: optionallyTyped(2_000),
});
export type RecordGuidanceVisitInput = z.input<typeof recording>;

/** Records that an office of the Ombudsman visited an organisation that it looks after. Refuses with NOT_FOUND or INVALID_INPUT. */
export function recordGuidanceVisit(
  deps: UseCaseDependencies,
  input: RecordGuidanceVisitInput,
  viewer: Viewer,
): Promise<Outcome<{ organisationId: string; visitId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'recordGuidanceVisit', schema: recording, input },
    async (change) => {
      const { em, viewer: placed, actorId, at } = change;
      const { organisationId, visitedOn, topics, agreement } = change.input;
      const place = await findAndLockPlace(em, organisationId);
      if (place === null) return notFound();
      // The office that is nearest to the visited one speaks.
      const office = placed.posts
        .filter((post) => may({ ...placed, posts: [post] }, 'recordVisit', place))
        .toSorted((a, b) => b.path.length - a.path.length)[0];
      if (office === undefined) return notFound();
      if (visitedOn > localDateAt(at, place.timeZone)) {
        return invalid({ path: 'input.visitedOn', code: 'INVALID', message: 'Must not lie in the future.' });
      }
      const visitId = randomUUID();
      await em.execute(
        `insert into guidance_visit (id, organisation_id, office_id, visited_on, topics, agreement, recorded_by, recorded_at)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
        [visitId, organisationId, office.organisationId, visitedOn, topics, agreement, actorId, at],
      );
      await appendAudit(em, {
        actor: { kind: 'OFFICER', id: actorId },
        action: 'VISIT_RECORDED',
        officerId: null,
        organisationId,
        facts: { visitId, officeId: office.organisationId, visitedOn },
        at,
      });
      return accepted({ organisationId, visitId });
    },
  );
}
