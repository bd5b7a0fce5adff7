import { EmptyState, NotFoundState, organisationIcon, Panel, Skeleton, Tabs } from '@lapor/ui';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useToday } from '../dates/use-today.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { usePart } from '../loading/use-part.ts';
import { ChangeHistory } from './change-history.tsx';
import { OrganisationActions } from './organisation-actions.tsx';
import { OrganisationDetails } from './organisation-details.tsx';
import { OrganisationMarks } from './organisation-tree.tsx';
import { ScheduledChanges } from './scheduled-changes.tsx';
import { OrganisationDetailDocument, type TreeSight } from './tree.graphql.ts';

interface OrganisationPanelProps {
  id: string | null;
  /** Where organisations stand in this console: "/organisasi" or "/unit". */
  path: string;
  hrefOf: (id: string) => string;
  sight: TreeSight;
  /** Something was changed: the tree beside it is old. */
  onChanged: () => void;
}

type Part = 'details' | 'history';

/** One organisation: what is known of it, what may be changed, what was changed and what will be. */
export function OrganisationPanel({ id, path, hrefOf, sight, onChanged }: OrganisationPanelProps) {
  const t = useText();
  const year = Number(useToday().slice(0, 4));
  const [part, setPart] = useState<Part>('details');
  const [{ data, error, fetching, stale }, ask] = usePart({
    query: OrganisationDetailDocument,
    variables: { id: id ?? '', year },
    pause: id === null,
    sight,
  });
  const reload = () => ask({ requestPolicy: 'network-only' });
  if (id === null)
    return (
      <EmptyState icon={organisationIcon} title={t('tree.none')}>
        {t('tree.noneHint')}
      </EmptyState>
    );
  const organisation = data?.organisation;
  if (error && !data)
    return <LoadFailure error={error} title={t('tree.failed')} retrying={stale} onRetry={reload} />;
  if (!data && fetching)
    return (
      <Panel title={t('tree.detail')}>
        <Skeleton label={t('page.loading')} lines={8} title />
      </Panel>
    );
  if (!organisation)
    return <NotFoundState title={t('tree.notFound')}>{t('tree.notFoundHint')}</NotFoundState>;
  return (
    <>
      <StaleNotice error={error} onRetry={reload} />
      {/* The focus stays in the tree: what was opened beside it is said. */}
      <p className="sr" role="status">
        {t('tree.opened', { name: organisation.name })}
      </p>
      <Panel
        title={organisation.name}
        tools={
          <span className="row row--tight">
            <OrganisationMarks row={organisation} />
          </span>
        }
        flush
      >
        <div className="panel__body stack stack-3">
          <OrganisationActions
            organisation={organisation}
            path={path}
            hrefOf={hrefOf}
            onChanged={onChanged}
          />
          <ScheduledChanges organisation={organisation} onChanged={onChanged} />
        </div>
        <Tabs
          label={t('tree.detail')}
          tabs={[
            { id: 'details', label: t('tree.details') },
            { id: 'history', label: t('tree.history') },
          ]}
          value={part}
          onChange={setPart}
        >
          {part === 'details' ? (
            <OrganisationDetails organisation={organisation} year={year} hrefOf={hrefOf} />
          ) : (
            <ChangeHistory organisationId={organisation.id} />
          )}
        </Tabs>
      </Panel>
    </>
  );
}
