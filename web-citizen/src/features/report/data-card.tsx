import { Bubble, Card, Icon, bellIcon } from '@lapor/ui';
import { formatDay } from '@lapor/wording';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import { CompleteReportDataDocument } from './changes.graphql.ts';
import { EvidencePicker } from './evidence-picker.tsx';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';
import { useEvidence } from './use-evidence.ts';

interface DataCardProps {
  missing: string | null;
  /** Last day to give it, as long as its clock is known. */
  until: string | null;
}

/** While a report is postponed: what is missing, by when, and the place to give it. */
export function DataCard({ missing, until }: DataCardProps) {
  const t = useT();
  const words = useReportWords();
  const { reportId, number } = useReportPage();
  const { change, busy, fault } = useChange(CompleteReportDataDocument);
  const evidence = useEvidence();
  return (
    <Card labelledBy="data" asking>
      <div className="row row--nowrap row--top">
        <Icon of={bellIcon} size="large" />
        <div>
          <h2 id="data">{t('report.needData')}</h2>
          <p>
            {until
              ? t('report.needDataUntil', { day: formatDay(words, until, 'weekday') })
              : t('report.needDataText')}
          </p>
        </div>
      </div>
      {missing && (
        <Bubble>
          <p className="prewrap" lang="id">
            {missing}
          </p>
        </Bubble>
      )}
      <TextForm
        keep={`data-${number}`}
        label={t('report.yourData')}
        send={t('report.sendData')}
        variant="primary"
        busy={busy}
        fault={fault}
        onSend={async (text) => {
          const attachmentIds = await evidence.settled();
          return attachmentIds !== null && change({ reportId, text, attachmentIds });
        }}
      >
        <EvidencePicker evidence={evidence} />
      </TextForm>
    </Card>
  );
}
