import type { ReportTransitioned } from '@lapor/events';
import { typeOf, type Saying } from './envelope.ts';
import { isToldOf } from './vocabulary.ts';

/** Who may have to hear of a transition. */
export interface Listener {
  id: string;
  /** `null`: the national one. */
  organisationId: string | null;
  /** Empty: all. */
  eventTypes: readonly string[];
  /** Was told that it has this report. */
  holds: boolean;
}

/** What becomes of a listener by a transition. */
export interface Told {
  listenerId: string;
  /** `null`: nothing is said. */
  saying: Saying | null;
  /** From now on the report is one of its own. */
  holds: boolean;
}

/**
 * Who hears what of a transition (domain.md, "People"): an organisation of reports that it or a unit below it handles, or that wait at
 * such a desk; the national listener of published ones. Of a confidential report only the handling organisation itself hears, and
 * whoever had it before, once. Whoever has it no longer is told so.
 */
export function tell(event: ReportTransitioned, listeners: readonly Listener[]): Told[] {
  const places = placesOf(event);
  const reaches = ({ organisationId }: Listener): boolean =>
    organisationId === null
      ? event.isPublished && !event.isConfidential
      : places.some((place) =>
          event.isConfidential
            ? place.organisationId === organisationId
            : place.path.includes(organisationId),
        );
  return listeners.flatMap((listener) => {
    const holds = reaches(listener);
    if (!holds && !listener.holds) return [];
    const saying = event.isConfidential ? 'CONFIDENTIAL' : holds ? 'WHOLE' : 'LEFT';
    return [
      { listenerId: listener.id, saying: isHeard(listener, saying, event.kind) ? saying : null, holds },
    ];
  });
}

/** Who has the report, and the desk where it waits. */
export function placesOf(event: ReportTransitioned) {
  const waitsAtDesk = event.state === 'SUBMITTED' || event.state === 'POSTPONED';
  return [...event.assignments, ...(waitsAtDesk && event.desk ? [event.desk] : [])];
}

function isHeard({ organisationId, eventTypes }: Listener, saying: Saying, kind: string): boolean {
  const isNational = organisationId === null && saying === 'WHOLE';
  if (saying !== 'LEFT' && !isToldOf(kind, isNational)) return false;
  return eventTypes.length === 0 || eventTypes.includes(typeOf(saying, kind));
}
