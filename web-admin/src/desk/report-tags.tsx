import { ClockChip, useLanguage } from '@lapor/staff';
import { ReportHeadFields } from '@lapor/staff/documents';
import { Anchor, hiddenIcon, lockIcon, returnedIcon, StatusPill, Tag } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { readFragment, type FragmentOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';

/** What a verifier must know before reading. */
export function ReportTags({ report: masked }: { report: FragmentOf<typeof ReportHeadFields> }) {
  const report = readFragment(ReportHeadFields, masked);
  const t = useText();
  const { words } = useLanguage();
  return (
    <header className="stack stack-2">
      <div className="row row--tight">
        <h2 id="desk-report" tabIndex={-1}>
          {report.title}
        </h2>
        <Anchor className="code" href={`/laporan/${report.number}`}>
          {formatReportNumber(report.number)}
        </Anchor>
      </div>
      <div className="desk-head">
        <StatusPill state={report.state}>{words.states[report.state]}</StatusPill>
        {report.nextClock && <ClockChip clock={report.nextClock} withName />}
        <Tag>{words.kinds[report.kind]}</Tag>
        {report.isConfidential && <Tag icon={lockIcon}>{t('flag.confidential')}</Tag>}
        {report.isAnonymous && <Tag icon={hiddenIcon}>{t('flag.anonymous')}</Tag>}
        {report.returnCount > 0 && (
          <Tag icon={returnedIcon}>{t('flag.returned', { count: report.returnCount })}</Tag>
        )}
      </div>
    </header>
  );
}
