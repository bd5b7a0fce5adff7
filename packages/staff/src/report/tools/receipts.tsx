import { Button, Dialog, downloadIcon, Notice } from '@lapor/ui';
import { useState } from 'react';
import { useClient } from 'urql';
import { useDates } from '../../dates/use-dates.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { StaffReceiptDocument } from './receipts.graphql.ts';

/** An entry of the history, as far as a list of receipts needs it. */
interface Entry {
  id: string;
  kind: string;
  at: string;
  text: string | null;
  organisation: { name: string } | null;
}

const ANSWERS: Readonly<Record<string, StaffMessageId>> = {
  ACKNOWLEDGED: 'receipts.kind.ACKNOWLEDGED',
  PLANNED: 'receipts.kind.PLANNED',
  RESULT: 'receipts.kind.RESULT',
  OBSTACLE: 'receipts.kind.OBSTACLE',
  CORRECTED: 'receipts.kind.CORRECTED',
};

interface ReceiptsProps {
  number: string;
  isConfidential: boolean;
  history: readonly Entry[];
  onClose: () => void;
}

/** Signed receipts to print or hand over: that it was filed, and each public answer. None says who reported. */
export function Receipts({ number, isConfidential, history, onClose }: ReceiptsProps) {
  const t = useText();
  const dates = useDates();
  const client = useClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<'receipts.none' | 'receipts.failed' | null>(null);
  const answers = isConfidential
    ? []
    : history.filter(({ kind, text }) => ANSWERS[kind] !== undefined && text !== null);

  async function download(entryId: string | null) {
    setBusy(entryId ?? 'filing');
    setFault(null);
    const { data, error } = await client
      .query(StaffReceiptDocument, { number, entryId }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(null);
    const path = data?.report?.receipt?.documentPath;
    if (path) window.location.assign(path);
    else setFault(error ? 'receipts.failed' : 'receipts.none');
  }

  const row = (id: string | null, words: string) => (
    <li key={id ?? 'filing'} className="row row--between">
      <span>{words}</span>
      <Button
        size="small"
        icon={downloadIcon}
        busy={busy === (id ?? 'filing')}
        aria-label={t('receipts.get', { what: words })}
        onClick={() => void download(id)}
      >
        PDF
      </Button>
    </li>
  );
  return (
    <Dialog open title={t('receipts.title')} onClose={onClose}>
      <p className="caption">{t('receipts.about')}</p>
      {fault && (
        <Notice tone="warning" role="alert">
          <p>{t(fault)}</p>
        </Notice>
      )}
      <ul className="stack stack-2 list-plain">
        {row(null, t('receipts.filing'))}
        {answers.map(({ id, kind, at, organisation }) =>
          row(
            id,
            [t(ANSWERS[kind]!), organisation?.name, dates.dayOf(at, 'date')].filter(Boolean).join(' · '),
          ),
        )}
      </ul>
    </Dialog>
  );
}
