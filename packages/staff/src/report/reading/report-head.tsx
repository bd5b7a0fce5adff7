import { eyeIcon, hiddenIcon, lockIcon, returnedIcon, starIcon, StatusPill, Tag } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { ClockChip } from '../clocks/clock-chip.tsx';
import { ReportHeadFields } from './report-reading.graphql.ts';

/** Title, number, state, what is due, who can see it. */
export function ReportHead({ report: masked }: { report: FragmentOf<typeof ReportHeadFields> }) {
  const report = readFragment(ReportHeadFields, masked);
  const t = useText();
  const { words } = useLanguage();
  return (
    <div className="stack stack-2">
      <div className="row row--tight">
        <h1 lang="id">{report.title}</h1>
        <span className="code muted">{formatReportNumber(report.number)}</span>
      </div>
      <div className="row row--tight">
        <StatusPill state={report.state}>{words.states[report.state]}</StatusPill>
        {report.nextClock && <ClockChip clock={report.nextClock} withName />}
        <Tag>{report.class ? words.classes[report.class] : words.kinds[report.kind]}</Tag>
        {report.isConfidential && <Tag icon={lockIcon}>{t('flag.confidential')}</Tag>}
        {report.isAnonymous && <Tag icon={hiddenIcon}>{t('flag.anonymous')}</Tag>}
        {report.isPublished && <Tag icon={eyeIcon}>{t('flag.published')}</Tag>}
        {!report.isPublished && !report.isConfidential && (
          <Tag icon={hiddenIcon}>{t('flag.unpublished')}</Tag>
        )}
        {report.returnCount > 0 && (
          <Tag icon={returnedIcon}>{t('flag.returned', { count: report.returnCount })}</Tag>
        )}
        {report.programmes.map(({ id, name }) => (
          <Tag key={id} icon={starIcon}>
            {t('flag.programme', { name })}
          </Tag>
        ))}
        {report.rating !== null && <Tag>{t('flag.rating', { score: report.rating })}</Tag>}
      </div>
    </div>
  );
}
