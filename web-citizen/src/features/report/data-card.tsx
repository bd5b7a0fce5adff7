import { Bubble, Card, Icon, bellIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { CompleteReportDataDocument } from './changes.graphql.ts';
import { EvidencePicker } from './evidence-picker.tsx';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';
import { useEvidence } from './use-evidence.ts';

/** While a report is postponed: what is missing, and the place to give it. */
export function DataCard({ missing }: { missing: string | null }) {
  const t = useT();
  const { reportId, number } = useReportPage();
  const { change, busy, fault } = useChange(CompleteReportDataDocument);
  const evidence = useEvidence();
  return (
    <Card labelledBy="data" asking>
      <div className="row row--nowrap row--top">
        <Icon of={bellIcon} size="large" />
        <div>
          <h2 id="data">{t('report.needData')}</h2>
          <p>{t('report.needDataText')}</p>
        </div>
      </div>
      {missing && (
        <Bubble>
          <p className="prewrap">{missing}</p>
        </Bubble>
      )}
      <TextForm
        keep={`data-${number}`}
        label={t('report.yourData')}
        send={t('report.sendData')}
        variant="primary"
        busy={busy}
        fault={fault}
        onSend={(text) => change({ reportId, text, attachmentIds: evidence.ids })}
      >
        <EvidencePicker evidence={evidence} />
      </TextForm>
    </Card>
  );
}
