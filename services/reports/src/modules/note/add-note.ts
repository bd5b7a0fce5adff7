import { z } from 'zod';
import { appendEvents } from '@lapor/events';
import type { Viewer } from '@lapor/viewer';
import { findOfficers } from '../officer/index.ts';
import { textArray } from '../organisation/index.ts';
import {
  boundKey,
  givenId,
  may,
  reportId,
  requestKey,
  typed,
  validate,
  workOnReport,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { SUBSCRIBERS } from '../../subscribers.ts';

const MOST_MENTIONS = 10;

const schema = z.object({
  reportId,
  requestKey,
  text: typed(1, 2_000),
  mentionedOfficerIds: z
    .array(givenId(100))
    .max(MOST_MENTIONS)
    .nullish()
    .transform((ids) => [...new Set(ids ?? [])]),
});

/**
 * An officer's word to colleagues about a report, outside of the history. Whoever is mentioned must read such notes of this
 * report already, and is told by a mail without a word of it.
 */
export async function addNote(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string; noteId: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { text, mentionedOfficerIds, reportId: id, requestKey: key } = valid.value;
  return workOnReport<{ reportId: string; noteId: string }>(
    deps,
    viewer,
    { reportId: id, operation: 'addNote' },
    async (scope) => {
      const { em, report, facts, now, actor } = scope;
      const ownKey = key && boundKey(viewer, 'addNote', key);
      if (ownKey) {
        const [earlier] = await em.execute<{ id: string }[]>(
          'select id from note where report_id = ? and request_key = ?',
          [id, ownKey],
        );
        if (earlier) return { value: { reportId: id, noteId: earlier.id } };
      }
      const officers = await findOfficers(em, mentionedOfficerIds, now);
      const isReader = (officerId: string) => {
        const officer = officers.get(officerId);
        // Of somebody else's account only the posts count: whether it filed the report is not asked.
        return officer !== undefined && may(officer, { ...facts, viewerOwnsReport: false }, 'readNotes');
      };
      if (!mentionedOfficerIds.every(isReader))
        return {
          type: 'invalid',
          faults: [
            {
              path: 'input.mentionedOfficerIds',
              code: 'NOT_A_READER',
              message: 'Only officers who read this report may be mentioned.',
            },
          ],
        };
      const noteId = deps.newId();
      await em.execute(
        `with written as (
         insert into note (id, report_id, request_key, officer_id, organisation_id, text, at) values (?, ?, ?, ?, ?, ?, ?) returning id, at
       )
       insert into mention (note_id, officer_id, at) select w.id, m.officer_id, w.at from written w, unnest(?::text[]) as m (officer_id)`,
        [
          noteId,
          id,
          ownKey,
          actor.officerId,
          actor.organisationId,
          text,
          now.toISOString(),
          textArray(mentionedOfficerIds),
        ],
      );
      const others = mentionedOfficerIds.filter((officerId) => officerId !== actor.officerId);
      await appendEvents(
        em,
        SUBSCRIBERS,
        others.map((officerId) => ({
          type: 'notification.requested',
          stream: report.id,
          occurredAt: now,
          payload: {
            notificationId: deps.newId(),
            recipient: { kind: 'OFFICER', officerId },
            template: 'officer-mentioned',
            facts: { number: report.number, console: consoleOf(officers.get(officerId)!) },
            at: now.toISOString(),
          },
        })),
      );
      return {
        value: { reportId: id, noteId },
        action: 'NOTE_ADDED',
        facts: { noteId, mentions: mentionedOfficerIds.length },
      };
    },
  );
}

/** Where the officer works on reports. */
const consoleOf = ({ posts }: Viewer): 'agency' | 'national' =>
  posts.some(({ role }) => role === 'NATIONAL_ADMIN' || role === 'OMBUDSMAN' || role === 'KSP_MONITOR')
    ? 'national'
    : 'agency';
