import { Anchor, EmptyState, listIcon, Panel } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { useText } from '../language/use-text.ts';
import { PagedList } from '../loading/paged-list.tsx';
import { usePages } from '../loading/use-pages.ts';
import { LetterRow } from './letter-row.tsx';
import { OversightLettersDocument } from './oversight.graphql.ts';

const PAGE_SIZE = 30;
const CHANGED_BY = ['OversightCase', 'OversightLetter'];

/** Letters to heads, the oldest first, each with its case. */
export function LetterList() {
  const t = useText();
  const list = usePages({
    query: OversightLettersDocument,
    variables: useMemo(() => ({ first: PAGE_SIZE }), []),
    page: ({ oversightLetters: { edges, pageInfo } }) => ({
      edges: edges.map(({ node }) => ({ node: { ...node, id: node.letter.id } })),
      pageInfo,
    }),
    typenames: CHANGED_BY,
  });
  return (
    <PagedList
      list={list}
      failed={t('oversight.failed')}
      shown={(count) => t('oversight.shown', { count })}
      empty={
        <EmptyState icon={listIcon} title={t('oversight.noLetters')}>
          {t('oversight.noLettersHint')}
        </EmptyState>
      }
    >
      {(rows) =>
        rows.map(({ id, caseId, reportNumber, letter }) => (
          <Panel
            key={id}
            title={
              <Anchor href={`/pengawasan/${caseId}`}>
                {t('oversight.reportNumber', { number: formatReportNumber(reportNumber ?? '') })}
              </Anchor>
            }
          >
            <LetterRow letter={letter} caseId={caseId} onDone={list.reload} />
          </Panel>
        ))
      }
    </PagedList>
  );
}
