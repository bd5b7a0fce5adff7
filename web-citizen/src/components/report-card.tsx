import { Icon, LinkCard, StatusPill, usersIcon } from '@lapor/ui';
import { formatDayOf } from '@lapor/wording';
import { useT, useWords } from '../app/language-provider.tsx';
import { readFragment, type FragmentOf } from '../graphql.ts';
import { ReportCardFragment } from './report-card.graphql.ts';

/** One report in a list. What people and agencies wrote stays Indonesian under an English page, and is read out so. */
export function ReportCard({ report: masked }: { report: FragmentOf<typeof ReportCardFragment> }) {
  const t = useT();
  const words = useWords();
  const report = readFragment(ReportCardFragment, masked);
  const place = [report.region?.fullName, report.handler?.name].filter(Boolean).join(' · ');
  const day = formatDayOf(words, report.submittedAt, report.region?.timeZone ?? 'Asia/Jakarta', 'date');
  return (
    <LinkCard href={`/laporan/${report.number}`}>
      <div className="row row--tight">
        <StatusPill state={report.state}>{words.states[report.state]}</StatusPill>
      </div>
      <h3 lang="id">{report.title}</h3>
      {place && (
        <p className="caption" lang="id">
          {place}
        </p>
      )}
      <p className="caption row row--tight row--nowrap row--top">
        {report.supportCount > 0 && <Icon of={usersIcon} size="small" />}
        <span>
          {report.supportCount > 0
            ? `${t('common.supporters', { count: report.supportCount })} · ${day}`
            : day}
        </span>
      </p>
    </LinkCard>
  );
}
