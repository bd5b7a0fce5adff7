import { useState } from 'react';
import { useQuery } from 'urql';
import { Dialog, ErrorState, Icon, LinkButton, Skeleton, downloadIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ReceiptDocument } from './receipt.graphql.ts';
import { useReportPage } from './report-page-context.ts';

interface ReceiptDialogProps {
  /** An answer; absent: that the report was filed. */
  entryId?: string | undefined;
  open: boolean;
  onClose: () => void;
}

/** The signed receipt of the report or of an answer: to keep, and to see that it is genuine. */
export function ReceiptDialog({ entryId, open, onClose }: ReceiptDialogProps) {
  const t = useT();
  return (
    <Dialog open={open} title={t('report.receipt')} onClose={onClose}>
      <Receipt entryId={entryId} />
    </Dialog>
  );
}

function Receipt({ entryId }: { entryId: string | undefined }) {
  const t = useT();
  const { number } = useReportPage();
  const [{ data, error, fetching }, again] = useQuery({
    query: ReceiptDocument,
    variables: { number, entryId: entryId ?? null },
    requestPolicy: 'network-only',
  });
  if (!data && error && !fetching)
    return (
      <ErrorState
        title={t('report.receiptFailed')}
        retryLabel={t('common.retry')}
        onRetry={() => again({ requestPolicy: 'network-only' })}
      >
        {t('common.checkNetwork')}
      </ErrorState>
    );
  if (!data) return <Skeleton label={t('common.loading')} lines={3} />;
  const receipt = data.report?.receipt;
  if (!receipt) return <p>{t('report.receiptNone')}</p>;
  const { pathname, hash } = new URL(receipt.checkUrl);
  return (
    <>
      <p>{t('report.receiptText')}</p>
      <p className="dialog__actions">
        <a className="btn btn--primary" href={receipt.documentPath} download>
          <Icon of={downloadIcon} />
          {t('report.receiptPdf')}
        </a>
        <LinkButton variant="quiet" href={pathname + hash}>
          {t('report.receiptCheck')}
        </LinkButton>
      </p>
    </>
  );
}

/** The button of an answer. */
export function ReceiptButton({ entryId }: { entryId: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="no-print">
        <button className="link-button" type="button" onClick={() => setOpen(true)}>
          <Icon of={downloadIcon} />
          {t('report.receiptGet')}
        </button>
      </p>
      {open && <ReceiptDialog entryId={entryId} open onClose={() => setOpen(false)} />}
    </>
  );
}
