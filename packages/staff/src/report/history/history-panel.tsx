import { Panel, Select, Timeline } from '@lapor/ui';
import { useState } from 'react';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { useText } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { isCorrectable } from './correctable.ts';
import { HistoryEntry } from './history-entry.tsx';
import { entriesOf, HISTORY_VIEWS, type HistoryView } from './history-filter.ts';
import { ReportHistoryFields } from './history.graphql.ts';

/** Everything that happened, newest first; on request only a part of it. Own answers that are young enough can be put right. */
export function HistoryPanel({ report: masked }: { report: FragmentOf<typeof ReportHistoryFields> }) {
  const { id: reportId, viewerCanCorrect, history } = readFragment(ReportHistoryFields, masked);
  const t = useText();
  const { workplaces } = useSession();
  const [view, setView] = useState<HistoryView>('ALL');
  const [correcting, setCorrecting] = useState<{ entryId: string; standing: string } | null>(null);
  const shown = entriesOf(history, view);
  const own = workplaces.map(({ organisation }) => organisation.id);
  const now = new Date();
  return (
    <Panel
      title={t('history.title')}
      tools={
        <Select
          className="select--small"
          aria-label={t('history.show')}
          value={view}
          onChange={(event) => setView(event.currentTarget.value as HistoryView)}
        >
          {HISTORY_VIEWS.map((one) => (
            <option key={one} value={one}>
              {t(`history.view.${one}`, { count: entriesOf(history, one).length })}
            </option>
          ))}
        </Select>
      }
    >
      {shown.length === 0 ? (
        <p className="muted">{t(view === 'TALK' ? 'history.noTalk' : 'history.noneOfThese')}</p>
      ) : (
        <Timeline label={t('history.title')}>
          {shown.map((entry) => (
            <HistoryEntry
              key={entry.id}
              entry={entry}
              onCorrect={
                viewerCanCorrect && isCorrectable(entry, own, now)
                  ? (standing) => setCorrecting({ entryId: entry.id, standing })
                  : undefined
              }
            />
          ))}
        </Timeline>
      )}
      {correcting && (
        <CorrectDialog reportId={reportId} {...correcting} onClose={() => setCorrecting(null)} />
      )}
    </Panel>
  );
}
