import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Anchor, Button, Card, Icon, StatusPill, checkIcon, duplicateIcon, meTooIcon } from '@lapor/ui';
import { formatDayOf } from '@lapor/wording';
import { useDebounced } from '../../components/use-debounced.ts';
import { useT, useWords } from '../../app/language-provider.tsx';
import { SupportReportDocument } from '../support-report.graphql.ts';
import { tellingLength } from './category-choice.tsx';
import type { Draft } from './draft.ts';
import { SimilarReportsDocument } from './hints.graphql.ts';

/** Open reports near by that may be about the same: by category, words, place and time. A hint: it never stands in the way. */
export function SimilarReports({ draft }: { draft: Draft }) {
  const t = useT();
  const words = useWords();
  const text = useDebounced(draft.text.trim(), 700);
  // Without a category the words decide alone.
  const mayTell = draft.region !== null && (draft.category !== null || text.length >= tellingLength);
  const [{ data }] = useQuery({
    query: SimilarReportsDocument,
    variables: {
      categoryId: draft.category?.id ?? null,
      regionCode: draft.region?.code ?? null,
      point: draft.point,
      text,
    },
    pause: !mayTell,
  });
  const found = mayTell ? (data?.similarReports ?? []) : [];
  if (found.length === 0) return null;
  return (
    <Card labelledBy="similar">
      <div className="row row--top row--nowrap">
        <Icon of={duplicateIcon} size="large" />
        <div>
          <h2 id="similar" className="h3">
            {t('hint.similar')}
          </h2>
          <p className="caption">{t('hint.similarHint')}</p>
        </div>
      </div>
      <ul className="stack list-plain">
        {found.map((report) => (
          <li className="dupe" key={report.id}>
            <div className="grow">
              <h3>
                <Anchor href={`/laporan/${report.number}`}>{report.title}</Anchor>
              </h3>
              <p className="caption">
                {[
                  report.region?.fullName,
                  formatDayOf(words, report.submittedAt, 'Asia/Jakarta', 'date'),
                  report.supportCount > 0 && t('common.supporters', { count: report.supportCount }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="row row--tight">
                <StatusPill state={report.state}>{words.states[report.state]}</StatusPill>
              </p>
            </div>
            <MeToo
              reportId={report.id}
              supported={report.viewerHasSupported}
              allowed={report.viewerCanSupport}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MeToo({ reportId, supported, allowed }: { reportId: string; supported: boolean; allowed: boolean }) {
  const t = useT();
  const [{ fetching }, support] = useMutation(SupportReportDocument);
  const [state, setState] = useState<'open' | 'done' | 'failed'>(supported ? 'done' : 'open');
  if (state === 'done') {
    return (
      <div role="status">
        <p className="saved">
          <Icon of={checkIcon} size="small" />
          {t('common.supportDone')}
        </p>
        <p className="caption">{t('hint.supported')}</p>
      </div>
    );
  }
  if (!allowed) return null;
  return (
    <div>
      <Button
        icon={meTooIcon}
        busy={fetching}
        onClick={async () => {
          const { data } = await support({ reportId });
          setState(data?.result.__typename === 'ReportChanged' ? 'done' : 'failed');
        }}
      >
        {t('common.meToo')}
      </Button>
      {state === 'failed' && (
        <p className="caption" role="alert">
          {t('common.notSent')}
        </p>
      )}
    </div>
  );
}
