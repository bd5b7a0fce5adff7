import { Anchor, ClockList, ClockRow, NotFoundState, Panel, SkeletonBlock, Tag } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useParams } from 'react-router';
import { useDates } from '../dates/use-dates.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { ClockChip } from '../report/clocks/clock-chip.tsx';
import { isGoing } from '../report/clocks/sort-clocks.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CaseView } from './case-view.tsx';
import { OversightCaseDocument } from './oversight.graphql.ts';

type Found = NonNullable<ResultOf<typeof OversightCaseDocument>['oversightCase']>;

/** One case of the Ombudsman (`/pengawasan/:id`). Of a confidential report it shows number and clocks. */
export function CasePage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  const { id = '' } = useParams();
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: OversightCaseDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => ask({ requestPolicy: 'network-only' });
  const kase = data?.oversightCase;
  const number = formatReportNumber(kase?.reportNumber ?? '');
  usePageTitle(kase ? `${t('oversight.title')} ${number}` : t('oversight.title'), consoleLabel);
  return (
    <>
      <p>
        <Anchor href="/pengawasan">‹ {t('oversight.title')}</Anchor>
      </p>
      {!kase && fetching && <SkeletonBlock label={t('page.loading')} count={3} />}
      {!kase && !fetching && error && (
        <LoadFailure page error={error} title={t('oversight.failed')} retrying={stale} onRetry={reload} />
      )}
      {data && !kase && !fetching && (
        <NotFoundState page title={t('oversight.notFound')}>
          {t('oversight.notFoundHint')}
        </NotFoundState>
      )}
      {kase && (
        <>
          <div>
            <h1>{kase.report?.title ?? t('oversight.reportNumber', { number })}</h1>
            <p className="caption">
              {kase.report ? (
                <Anchor href={`/laporan/${kase.report.number}`}>
                  {t('oversight.reportNumber', { number })}
                </Anchor>
              ) : (
                t('oversight.closedReport')
              )}
            </p>
          </div>
          <StaleNotice error={error} onRetry={reload} />
          <div className="cols cols--report">
            <CaseView case={kase} onDone={reload} />
            <CaseClocks clocks={kase.clocks} />
          </div>
        </>
      )}
    </>
  );
}

function CaseClocks({ clocks }: { clocks: Found['clocks'] }) {
  const t = useText();
  const dates = useDates();
  const { language, words } = useLanguage();
  return (
    <Panel title={t('clocks.title')}>
      <ClockList>
        {clocks.map((clock) => (
          <ClockRow
            key={clock.id}
            name={words.clocks[clock.kind]}
            mark={
              isGoing(clock) ? <ClockChip clock={clock} /> : <Tag>{words.clockStatuses[clock.status]}</Tag>
            }
          >
            {dates.day(clock.dueOn)}
            {clock.organisation && ` · ${clock.organisation.name}`}
            <span className="caption block">
              {language === 'id' ? clock.explanation.sentence : clock.explanation.inEnglish}
            </span>
          </ClockRow>
        ))}
      </ClockList>
    </Panel>
  );
}
