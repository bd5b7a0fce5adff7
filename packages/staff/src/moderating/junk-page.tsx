import { EmptyState, shieldIcon } from '@lapor/ui';
import { useMemo, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { PagedList } from '../loading/paged-list.tsx';
import { usePages } from '../loading/use-pages.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ArchiveGroupDialog } from './archive-group-dialog.tsx';
import { JunkGroup } from './junk-group.tsx';
import { JunkGroupsDocument, type Group, type Suspected } from './moderating.graphql.ts';
import { ReleaseFromJunkDialog } from './release-from-junk-dialog.tsx';

const PAGE_SIZE = 10;
const CHANGED_BY = ['JunkGroup', 'Report'];

/** What looks like junk, group by group: nothing happens to it before somebody has looked. */
export function JunkPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('junk.title'), consoleLabel);
  const list = usePages({
    query: JunkGroupsDocument,
    variables: useMemo(() => ({ first: PAGE_SIZE }), []),
    page: (data) => data.junkGroups,
    typenames: CHANGED_BY,
  });
  const [archiving, setArchiving] = useState<Group | null>(null);
  const [releasing, setReleasing] = useState<Suspected | null>(null);
  return (
    <>
      <div>
        <h1>{t('junk.title')}</h1>
        <p className="caption">{t('junk.about')}</p>
      </div>
      <PagedList
        list={list}
        failed={t('junk.failed')}
        shown={(count) => t('junk.shown', { count })}
        empty={
          <EmptyState icon={shieldIcon} title={t('junk.none')}>
            {t('junk.noneHint')}
          </EmptyState>
        }
      >
        {(groups) => (
          <div className="stack stack-3">
            {groups.map((group) => (
              <JunkGroup key={group.id} group={group} onArchive={setArchiving} onRelease={setReleasing} />
            ))}
          </div>
        )}
      </PagedList>
      {archiving && (
        <ArchiveGroupDialog group={archiving} onClose={() => setArchiving(null)} onDone={list.reload} />
      )}
      {releasing && (
        <ReleaseFromJunkDialog report={releasing} onClose={() => setReleasing(null)} onDone={list.reload} />
      )}
    </>
  );
}
