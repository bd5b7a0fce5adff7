import { Anchor, Button, NotFoundState, Panel, SkeletonBlock } from '@lapor/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { EndDialog } from './end-dialog.tsx';
import { ProgrammeDialog } from './programme-dialog.tsx';
import { ProgrammeReports } from './programme-reports.tsx';
import { ProgrammeRule } from './programme-rule.tsx';
import { ProgrammeMoment } from './programmes-page.tsx';
import { useProgrammes } from './use-programmes.ts';

/** One programme (`/prioritas/:id`): its rule, and the reports that it flags. */
export function ProgrammePage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  const { id = '' } = useParams();
  const { programmes, error, fetching, reload, canManage } = useProgrammes();
  const [open, setOpen] = useState<'edit' | 'end' | null>(null);
  const programme = programmes?.find((one) => one.id === id);
  usePageTitle(programme?.name ?? t('programmes.title'), consoleLabel);
  const dialog = programme && { programme, onClose: () => setOpen(null), onDone: reload };
  return (
    <>
      <p>
        <Anchor href="/prioritas">‹ {t('programmes.title')}</Anchor>
      </p>
      {!programmes && !error && <SkeletonBlock label={t('page.loading')} count={3} />}
      {!programmes && error && (
        <LoadFailure page error={error} title={t('programmes.failed')} retrying={fetching} onRetry={reload} />
      )}
      {programmes && !programme && (
        <NotFoundState page title={t('programmes.notFound')}>
          {t('programmes.notFoundHint')}
        </NotFoundState>
      )}
      {programme && (
        <>
          <div className="row row--between">
            <div>
              <h1>{programme.name}</h1>
              <ProgrammeMoment programme={programme} />
            </div>
            {canManage && !programme.endedAt && (
              <div className="row">
                <Button onClick={() => setOpen('edit')}>{t('programmes.edit')}</Button>
                <Button onClick={() => setOpen('end')}>{t('programmes.end')}</Button>
              </div>
            )}
          </div>
          <StaleNotice error={error} onRetry={reload} />
          <Panel title={t('programmes.ruleTitle')}>
            <ProgrammeRule programme={programme} />
          </Panel>
          <ProgrammeReports key={id} programmeId={id} />
        </>
      )}
      {open === 'edit' && dialog && <ProgrammeDialog {...dialog} />}
      {open === 'end' && dialog && <EndDialog {...dialog} />}
    </>
  );
}
