import { Anchor, Button, EmptyState, Panel, plusIcon, SkeletonBlock, starIcon, Tag } from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ProgrammeDialog, type Programme } from './programme-dialog.tsx';
import { ProgrammeRule } from './programme-rule.tsx';
import { useProgrammes } from './use-programmes.ts';

/** What KSP gives priority to (`/prioritas`): each programme with its rule, the running ones first. */
export function ProgrammesPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('programmes.title'), consoleLabel);
  const { programmes, error, fetching, reload, canManage } = useProgrammes();
  const [isWriting, setWriting] = useState(false);
  const write = canManage && (
    <Button variant="primary" icon={plusIcon} onClick={() => setWriting(true)}>
      {t('programmes.new')}
    </Button>
  );
  if (!programmes && error)
    return (
      <LoadFailure page error={error} title={t('programmes.failed')} retrying={fetching} onRetry={reload} />
    );
  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('programmes.title')}</h1>
          <p className="caption">{t('programmes.about')}</p>
        </div>
        {programmes && programmes.length > 0 && write}
      </div>
      {!programmes && <SkeletonBlock label={t('page.loading')} count={3} />}
      {programmes && <StaleNotice error={error} onRetry={reload} />}
      {programmes?.length === 0 && (
        <EmptyState icon={starIcon} title={t('programmes.none')} action={write}>
          {t('programmes.noneHint')}
        </EmptyState>
      )}
      {programmes?.map((programme) => (
        <ProgrammePanel key={programme.id} programme={programme} />
      ))}
      {isWriting && <ProgrammeDialog programme={null} onClose={() => setWriting(false)} onDone={reload} />}
    </>
  );
}

function ProgrammePanel({ programme }: { programme: Programme }) {
  const t = useText();
  return (
    <Panel
      title={<Anchor href={`/prioritas/${programme.id}`}>{programme.name}</Anchor>}
      tools={<Tag>{t(programme.endedAt ? 'programmes.isEnded' : 'programmes.runs')}</Tag>}
    >
      <div className="stack stack-2">
        <ProgrammeRule programme={programme} />
        <ProgrammeMoment programme={programme} />
      </div>
    </Panel>
  );
}

/** When its rule was written or ended, and whether reports are still looked through. */
export function ProgrammeMoment({ programme }: { programme: Programme }) {
  const t = useText();
  const dates = useDates();
  const { savedAt, endedAt, isBeingApplied } = programme;
  return (
    <p className="caption" role="status">
      {isBeingApplied
        ? t('programmes.beingApplied')
        : endedAt
          ? t('programmes.endedAt', { moment: dates.moment(endedAt) })
          : t('programmes.savedAt', { moment: dates.moment(savedAt) })}
    </p>
  );
}
