import { Anchor, bellIcon, Button, EmptyState, Icon, lockIcon, Panel, useToast } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { RefusalNotice } from '../decisions/refusal-notice.tsx';
import { useDecision } from '../decisions/use-decision.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { PagedList } from '../loading/paged-list.tsx';
import { usePages } from '../loading/use-pages.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { NoteView } from './notes-panel.tsx';
import { MarkMentionsReadDocument, MentionsDocument } from './notes.graphql.ts';

const PAGE_SIZE = 20;
const CHANGED_BY = ['MentionsRead', 'NoteAdded'];
const FILTERS = ['tampil'] as const;
/** As the address says it. */
const ALL = 'semua';

type Mention = ResultOf<typeof MentionsDocument>['mentions']['edges'][number]['node'];

/** Notes in which this officer is mentioned: the unread ones, or all. Opening the report marks them as read. */
export function MentionsPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  const toast = useToast();
  usePageTitle(t('mentions.title'), consoleLabel);
  const filters = useFilters(FILTERS);
  const unreadOnly = filters.values.tampil !== ALL;
  const list = usePages({
    query: MentionsDocument,
    variables: useMemo(() => ({ unreadOnly, first: PAGE_SIZE }), [unreadOnly]),
    page: ({ mentions }) => ({
      edges: mentions.edges.map(({ node }) => ({ node: { ...node, id: node.note.id } })),
      pageInfo: mentions.pageInfo,
    }),
    typenames: CHANGED_BY,
  });
  const marking = useDecision(MarkMentionsReadDocument);
  const unread = list.nodes?.filter(({ isRead }) => !isRead) ?? [];

  async function mark(rows: readonly Mention[]) {
    const done = await marking.decide({ noteIds: rows.map(({ note }) => note.id) });
    if (done) toast({ text: t('notes.marked', { count: rows.length }) });
  }

  return (
    <>
      <div>
        <h1>{t('mentions.title')}</h1>
        <p className="caption">{t('notes.pageAbout')}</p>
      </div>
      <FilterRow label={t('notes.filters')} count={filters.count} onClear={filters.clear}>
        <ChoiceFilter
          label={t('notes.show')}
          all={t('notes.unreadOnly')}
          value={filters.values.tampil}
          options={[{ value: ALL, label: t('notes.all') }]}
          onChange={(tampil) => filters.set({ tampil })}
        />
        {unread.length > 1 && (
          <Button size="small" busy={marking.busy} onClick={() => void mark(unread.slice(0, 100))}>
            {t('notes.markAll', { count: Math.min(unread.length, 100) })}
          </Button>
        )}
      </FilterRow>
      <RefusalNotice refusal={marking.faults.refusal} gone="refused.goneHere" />
      <PagedList
        list={list}
        failed={t('notes.failed')}
        empty={
          <EmptyState icon={bellIcon} title={t(unreadOnly ? 'notes.noneUnread' : 'notes.none')}>
            {t('notes.noneHint')}
          </EmptyState>
        }
        shown={(count) => t('notes.shown', { count })}
      >
        {(rows) => (
          <div className="stack stack-3">
            {rows.map((row) => (
              <Panel key={row.id}>
                <article className="stack stack-2" aria-labelledby={`mention-${row.id}`}>
                  <h2 className="h4" id={`mention-${row.id}`}>
                    <Anchor href={`/laporan/${row.report.number}`}>{row.report.title}</Anchor>{' '}
                    <span className="code muted">{formatReportNumber(row.report.number)}</span>
                    {row.report.isConfidential && (
                      <Icon of={lockIcon} size="small" label={t('flag.confidential')} />
                    )}
                  </h2>
                  <NoteView note={row.note} />
                  {!row.isRead && (
                    <p>
                      <Button size="small" busy={marking.busy} onClick={() => void mark([row])}>
                        {t('notes.mark')}
                      </Button>
                    </p>
                  )}
                </article>
              </Panel>
            ))}
          </div>
        )}
      </PagedList>
    </>
  );
}
