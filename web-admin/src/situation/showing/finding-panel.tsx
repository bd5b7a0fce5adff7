import { Button, downloadIcon, Panel } from '@lapor/ui';
import { saveFile, writeCsv } from '@lapor/staff/csv';
import type { ReactNode } from 'react';
import { useText } from '../words.ts';

/** The rows that are shown, as a file for a spreadsheet. */
export interface TableFile {
  /** Beginning of the file's name. */
  name: string;
  header: readonly string[];
  rows: readonly (readonly (string | number | null | undefined)[])[];
}

interface FindingPanelProps {
  /** What the figures say, in a sentence. */
  finding: string;
  /** What they are, in a few words. */
  about: string;
  file?: TableFile;
  tools?: ReactNode;
  children: ReactNode;
}

/** A finding as the title, what was counted below it, then chart and table, which can be taken away. */
export function FindingPanel({ finding, about, file, tools, children }: FindingPanelProps) {
  const t = useText();
  return (
    <Panel
      title={finding}
      flush
      tools={
        <>
          {tools}
          {file && file.rows.length > 0 && (
            <Button
              size="small"
              icon={downloadIcon}
              className="no-print"
              aria-label={t('room.csvOf', { about })}
              onClick={() => saveFile(`${file.name}.csv`, writeCsv(file.header, file.rows))}
            >
              CSV
            </Button>
          )}
        </>
      }
    >
      <p className="caption finding-about">{about}</p>
      {children}
    </Panel>
  );
}
