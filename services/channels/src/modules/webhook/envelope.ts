import { CloudEvent } from 'cloudevents';
import type { ReportTransitioned } from '@lapor/events';
import { CHANGED_TYPE, LEFT_TYPE, TEST_TYPE, typeOfKind } from './vocabulary.ts';

/** How much is said of a transition. */
export type Saying = 'WHOLE' | 'CONFIDENTIAL' | 'LEFT';

/** The type under which a transition is told. */
export const typeOf = (saying: Saying, kind: string): string =>
  saying === 'WHOLE' ? typeOfKind(kind) : saying === 'LEFT' ? LEFT_TYPE : CHANGED_TYPE;

/**
 * A transition as other systems hear of it: a CloudEvent in JSON, with ids and facts. Of a confidential report its number, its state
 * and that it is confidential; of one that left, nothing of where it went.
 */
export function envelope(
  id: string,
  saying: Saying,
  event: ReportTransitioned & { number: string },
  publicUrl: string,
): string {
  const { number, kind, state, at, promisedOn, assignments } = event;
  const link = `${publicUrl}/laporan/${number}`;
  const data =
    saying === 'CONFIDENTIAL'
      ? { number, state, isConfidential: true }
      : saying === 'LEFT'
        ? { number, at, isConfidential: false }
        : {
            number,
            kind,
            state,
            at,
            isConfidential: false,
            organisationIds: assignments.map(({ organisationId }) => organisationId),
            promisedOn,
            link,
          };
  return written({ id, type: typeOf(saying, kind), subject: number, time: at, data }, publicUrl);
}

/** A message that says nothing, to try the way. */
export const testEnvelope = (id: string, at: Date, publicUrl: string): string =>
  written({ id, type: TEST_TYPE, subject: 'test', time: at.toISOString(), data: {} }, publicUrl);

const written = (
  attributes: { id: string; type: string; subject: string; time: string; data: object },
  source: string,
): string =>
  JSON.stringify(new CloudEvent({ ...attributes, source, datacontenttype: 'application/json' }).toJSON());
