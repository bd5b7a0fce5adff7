import { Checkbox, Panel, Timeline } from '@lapor/ui';
import { useState } from 'react';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { useText } from '../../language/use-text.ts';
import { isConversation } from './entry-look.ts';
import { HistoryEntry } from './history-entry.tsx';
import { ReportHistoryFields } from './history.graphql.ts';

/** Everything that happened, newest first; on request only what people said. */
export function HistoryPanel({ report: masked }: { report: FragmentOf<typeof ReportHistoryFields> }) {
  const { history } = readFragment(ReportHistoryFields, masked);
  const t = useText();
  const [withSteps, setWithSteps] = useState(true);
  const shown = withSteps ? history : history.filter(isConversation);
  return (
    <Panel
      title={t('history.title')}
      tools={
        <Checkbox
          label={t('history.withSteps')}
          checked={withSteps}
          onChange={(event) => setWithSteps(event.currentTarget.checked)}
        />
      }
    >
      {shown.length === 0 ? (
        <p className="muted">{t('history.noTalk')}</p>
      ) : (
        <Timeline label={t('history.title')}>
          {shown.map((entry) => (
            <HistoryEntry key={entry.id} entry={entry} />
          ))}
        </Timeline>
      )}
    </Panel>
  );
}
