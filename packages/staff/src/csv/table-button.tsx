import { Button, downloadIcon, Notice } from '@lapor/ui';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { saveFile } from './save-file.ts';

interface TableButtonProps {
  /** Beginning of the file's name. */
  name: string;
  /** Which list, narrowed as it is shown: the body of `POST /exports/reports.csv` without the language. */
  list: Readonly<Record<string, unknown>>;
}

type Fault = 'BUSY' | 'OFFLINE' | 'FAILED';

/** Takes the list that is shown, all pages of it, away as a table for a spreadsheet; the server writes it. */
export function TableButton({ name, list }: TableButtonProps) {
  const t = useText();
  const { i18n } = useLingui();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  async function run() {
    setBusy(true);
    setFault(null);
    const result = await fetchTable({ ...list, language: i18n.locale });
    setBusy(false);
    if (typeof result === 'string') setFault(result);
    else saveFile(`${name}-${today}.csv`, result.table);
  }

  return (
    <>
      <Button size="small" icon={downloadIcon} busy={busy} onClick={() => void run()}>
        {t('table.download')}
      </Button>
      {fault && (
        <Notice tone="danger" role="alert">
          <p>{t(`table.fault.${fault}`)}</p>
        </Notice>
      )}
    </>
  );
}

async function fetchTable(list: object): Promise<{ table: Blob } | Fault> {
  try {
    const response = await fetch('/exports/reports.csv', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(list),
    });
    if (response.status === 429) return 'BUSY';
    return response.ok ? { table: await response.blob() } : 'FAILED';
  } catch {
    return 'OFFLINE';
  }
}
