import '../../../language/administration-words.ts';
import { Notice } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useQuery } from 'urql';
import { useText } from '../../../language/use-text.ts';
import { MasterDocument, UnmarkDuplicateDocument } from '../deciding.graphql.ts';
import { ReasonDialog } from '../reason-dialog.tsx';

/** Makes a duplicate a report of its own again. */
export function PartDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useText();
  const [{ data }] = useQuery({
    query: MasterDocument,
    variables: { number },
    requestPolicy: 'network-only',
  });
  const report = data?.report;
  if (!report?.master) return null;
  const { id: reportId, master } = report;
  const isArchived = report.state === 'ARCHIVED';
  return (
    <ReasonDialog
      document={UnmarkDuplicateDocument}
      draft={`part:${reportId}`}
      title={t('duplicate.partTitle')}
      lead={
        <Notice tone="info">
          <p>
            {t('duplicate.partOf', { number: formatReportNumber(master.number), title: master.title })}{' '}
            {t(isArchived ? 'duplicate.partWaits' : 'duplicate.partGoesOn')}
          </p>
        </Notice>
      }
      text={{ field: 'reason', label: t('reason'), hint: t('duplicate.reasonHint') }}
      submitLabel={t('duplicate.part')}
      doneText={t('duplicate.parted')}
      inputOf={(reason) => ({ reportId, reason })}
      onClose={onClose}
    />
  );
}
