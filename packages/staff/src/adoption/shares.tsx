import { Anchor, Bar, Button, downloadIcon, Table } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { saveFile } from '../csv/save-file.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { percentText } from './adoption-finding.ts';
import type { AdoptionByKindDocument } from './adoption.graphql.ts';

/** Organisations of a kind or of a province. */
export type Row = ResultOf<typeof AdoptionByKindDocument>['byKind'][number];
export type Kind = NonNullable<Row['kind']>;

/** The row of which the least is used. */
export const lowest = (rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>(
    (least, row) => (least && least.used / least.total <= row.used / row.total ? least : row),
    undefined,
  );

interface SharesProps {
  caption: string;
  first: string;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  hrefOf: (row: Row) => string | null;
}

/** A table with the three indicators side by side, each name leading to what stands behind it. */
export function Shares({ caption, first, rows, nameOf, hrefOf }: SharesProps) {
  const t = useText();
  const { words } = useLanguage();
  const share = (part: number, total: number) => (
    <span className="share">
      <Bar parts={[{ value: part, tone: part * 2 < total ? 'warning' : undefined }]} max={total} />
      <span className="num">
        {t('adoption.share', {
          part: formatNumber(words, part),
          total: formatNumber(words, total),
          percent: percentText(part, total),
        })}
      </span>
    </span>
  );
  return (
    <Table
      caption={caption}
      captionHidden
      stacked
      tight
      rows={rows}
      rowKey={(row) => row.kind ?? row.province?.code ?? 'all'}
      columns={[
        {
          id: 'name',
          header: first,
          rowHeader: true,
          cell: (row) => {
            const href = hrefOf(row);
            return href ? <Anchor href={href}>{nameOf(row)}</Anchor> : nameOf(row);
          },
        },
        {
          id: 'connected',
          header: t('adoption.connected'),
          cell: ({ connected, total }) => share(connected, total),
        },
        { id: 'used', header: t('adoption.used'), cell: ({ used, total }) => share(used, total) },
        { id: 'ready', header: t('adoption.ready'), cell: ({ ready, total }) => share(ready, total) },
      ]}
    />
  );
}

interface CsvButtonProps {
  name: string;
  first: string;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
}

/** The same rows as a file. */
export function CsvButton({ name, first, rows, nameOf }: CsvButtonProps) {
  const t = useText();
  return (
    <Button
      size="small"
      icon={downloadIcon}
      className="no-print"
      onClick={() =>
        saveFile(
          name,
          writeCsv(
            [first, t('adoption.total'), t('adoption.connected'), t('adoption.used'), t('adoption.ready')],
            rows.map((row) => [nameOf(row), row.total, row.connected, row.used, row.ready]),
          ),
        )
      }
    >
      CSV
    </Button>
  );
}
