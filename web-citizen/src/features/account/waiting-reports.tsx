import { Icon, LinkCard, bellIcon } from '@lapor/ui';
import { formatDay } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { WaitingReportFragment } from './my-reports.graphql.ts';
import { waitingFor } from './waiting-words.ts';

/** What waits for the reader, before everything else. */
export function WaitingReports({
  reports,
}: {
  reports: readonly FragmentOf<typeof WaitingReportFragment>[];
}) {
  const t = useT();
  if (reports.length === 0) return null;
  return (
    <section className="stack stack-3" aria-labelledby="waiting">
      <h2 id="waiting" className="h3 row row--tight">
        <Icon of={bellIcon} />
        {t('account.waiting', { count: reports.length })}
      </h2>
      <ul className="grid-3 list-plain report-list">
        {reports.map((report) => (
          <li key={readFragment(WaitingReportFragment, report).id}>
            <WaitingReport report={report} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitingReport({ report: masked }: { report: FragmentOf<typeof WaitingReportFragment> }) {
  const t = useT();
  const words = useWords();
  const report = readFragment(WaitingReportFragment, masked);
  const { message, lastDay } = waitingFor(report);
  const agency = report.handler?.name ?? t('report.theAgency');
  return (
    <LinkCard href={`/laporan/${report.number}`}>
      <p>
        <strong>{t(message, { agency })}</strong>
      </p>
      <h3 lang="id">{report.title}</h3>
      {report.missingData && (
        <p className="caption" lang="id">
          {report.missingData}
        </p>
      )}
      {lastDay && (
        <p className="caption">{t('report.closesAfter', { day: formatDay(words, lastDay, 'weekday') })}</p>
      )}
    </LinkCard>
  );
}
