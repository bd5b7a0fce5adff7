import { Badge, hiddenIcon, Icon, InternalNote, Panel } from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { readFragment, type FragmentOf, type ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import { NoteForm } from './note-form.tsx';
import { ReportNotesFields } from './notes.graphql.ts';
import { useReadMentions } from './use-read-mentions.ts';

export type Note = ResultOf<typeof ReportNotesFields>['notes'][number];

/** So many are shown at once; older ones on request. */
const SHOWN = 5;

/** Words among officers about a report, newest first. Nothing for whoever may neither read nor write them. */
export function NotesPanel({ report: masked }: { report: FragmentOf<typeof ReportNotesFields> }) {
  const { id, viewerCanAddNote, notes } = readFragment(ReportNotesFields, masked);
  const t = useText();
  const { officer } = useSession();
  const [all, setAll] = useState(false);
  useReadMentions(
    notes.filter(({ mentioned }) => mentioned.some((one) => one.id === officer.id)).map((note) => note.id),
  );
  if (!viewerCanAddNote && notes.length === 0) return null;
  const shown = all ? notes : notes.slice(0, SHOWN);
  return (
    <Panel
      title={t('notes.heading')}
      className="notes"
      tools={notes.length > 0 ? <Badge>{notes.length}</Badge> : undefined}
    >
      <div className="stack stack-3">
        <p className="caption row row--tight row--nowrap">
          <Icon of={hiddenIcon} size="small" /> {t('notes.never')}
        </p>
        {viewerCanAddNote && <NoteForm reportId={id} />}
        {notes.length > 0 && (
          <ol className="notes__list stack stack-3" aria-label={t('notes.list')}>
            {shown.map((note) => (
              <li key={note.id}>
                <NoteView note={note} />
              </li>
            ))}
          </ol>
        )}
        {shown.length < notes.length && (
          <button type="button" className="link-like" onClick={() => setAll(true)}>
            {t('notes.older', { count: notes.length - shown.length })}
          </button>
        )}
      </div>
    </Panel>
  );
}

/** One note: who wrote it and when, whom it mentions, the words. */
export function NoteView({ note }: { note: Note }) {
  const t = useText();
  const dates = useDates();
  const names = note.mentioned.map(({ name }) => name ?? t('live.colleague'));
  return (
    <>
      <p>
        <strong>{note.officer?.name ?? t('live.colleague')}</strong>
        {note.organisation && <span className="muted"> · {note.organisation.name}</span>}
      </p>
      <p className="caption">
        {dates.moment(note.at, 'short')}
        {names.length > 0 && ` · ${t('notes.to', { names: names.join(', ') })}`}
      </p>
      <InternalNote>
        <p className="narrative" lang="id">
          {note.text}
        </p>
      </InternalNote>
    </>
  );
}
