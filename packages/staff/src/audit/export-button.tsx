import { Button, downloadIcon, Notice, useToast } from '@lapor/ui';
import { useState } from 'react';
import { saveFile } from '../csv/save-file.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { MOST_EXPORTED, type Exported } from './export-pages.ts';

interface ExportButtonProps<Node> {
  /** Beginning of the file's name. */
  name: string;
  collect: () => Promise<Exported<Node>>;
  header: readonly string[];
  cells: (node: Node) => readonly (string | number | null)[];
}

/** Writes what the filters show, all pages of it, as CSV. */
export function ExportButton<Node>({ name, collect, header, cells }: ExportButtonProps<Node>) {
  const t = useText();
  const toast = useToast();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function run() {
    setBusy(true);
    setFailed(false);
    const result = await collect();
    setBusy(false);
    if (!result.ok) return setFailed(true);
    saveFile(`${name}-${today}.csv`, writeCsv(header, result.rows.map(cells)));
    if (result.isCut) toast({ text: t('audit.exportCut', { most: MOST_EXPORTED }), seconds: 12 });
  }

  return (
    <>
      <Button size="small" icon={downloadIcon} busy={busy} onClick={() => void run()}>
        CSV
      </Button>
      {failed && (
        <Notice tone="danger" role="alert">
          <p>{t('audit.exportFailed')}</p>
        </Notice>
      )}
    </>
  );
}
