import { Anchor, Icon, lockIcon } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useText } from '../language/use-text.ts';

interface ReportCellProps {
  report: { number: string; title: string; isConfidential: boolean };
  /** Where it happened. */
  place?: string | undefined;
}

/** A report as it names the row of a list: the title leads to its page, below stand number and place. */
export function ReportCell({ report: { number, title, isConfidential }, place }: ReportCellProps) {
  const t = useText();
  return (
    <>
      <Anchor href={`/laporan/${number}`}>{title}</Anchor>
      <span className="caption row row--tight">
        {isConfidential && <Icon of={lockIcon} size="small" label={t('flag.confidential')} />}
        <span>
          <span className="code">{formatReportNumber(number)}</span>
          {place && ` · ${place}`}
        </span>
      </span>
    </>
  );
}
