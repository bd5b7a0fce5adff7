import type { Report } from '../report/graphql-index.ts';
import { Organisation } from '../report/graphql-index.ts';
import { HandOver } from './graphql.ts';
import type { HandOverRow } from './repository.ts';
import { handOverState } from './vocabulary.ts';

const organisation = (id: string): Organisation => Object.assign(new Organisation(), { id });

/** A hand-over as readers of its report see it. */
export function toHandOver(row: HandOverRow, report: Pick<Report, 'isConfidential'>, now: Date): HandOver {
  // Of a confidential report no ancestor knows: there the national desk stands in.
  const standIn = report.isConfidential ? null : row.stand_in_organisation_id;
  const isOpen = row.ended_at === null && row.expires_at > now;
  return Object.assign(new HandOver(), {
    id: row.id,
    organisation: organisation(row.organisation_id),
    standIn: standIn === null ? null : organisation(standIn),
    state: handOverState(
      {
        expiresAt: row.expires_at,
        sentAt: row.sent_at,
        letterNeededAt: row.letter_needed_at,
        openedAt: row.opened_at,
        answeredAt: row.answered_at,
        endedAt: row.ended_at,
        endReason: row.end_reason,
      },
      now,
    ),
    handedOverAt: row.handed_over_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    letterNeeded: isOpen && row.letter_needed_at !== null && row.opened_at === null,
    isOpen,
  });
}
