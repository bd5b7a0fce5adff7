import { useDates, useLanguage } from '@lapor/staff';
import { Table, Tag, warningIcon, type Column } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import type { ReactNode } from 'react';
import { useText } from '../app/use-text.ts';

interface StateTableProps<Row> {
  title: string;
  /** Heads the column of names. */
  header: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  nameOf: (row: Row) => ReactNode;
  isTroubled: (row: Row) => boolean;
  columns: readonly Column<Row>[];
  /** Stands behind its heading as long as nothing needs a look. */
  folded?: boolean;
}

/** Rows of a service's state below their heading; what needs a look is said by a sign and a word, not by a colour. */
export function StateTable<Row extends object>(props: StateTableProps<Row>) {
  const { title, header, rows, rowKey, nameOf, isTroubled, columns, folded } = props;
  const t = useText();
  const table = (
    <Table
      caption={title}
      captionHidden
      tight
      stacked
      rows={rows}
      rowKey={rowKey}
      columns={[
        {
          id: 'name',
          header,
          rowHeader: true,
          cell: (row) => (
            <>
              {nameOf(row)} {isTroubled(row) && <Tag icon={warningIcon}>{t('health.look')}</Tag>}
            </>
          ),
        },
        ...columns,
      ]}
    />
  );
  if (folded)
    return (
      <details className="fold" open={rows.some(isTroubled)}>
        <summary className="panel__body">
          <h3 className="h4">{title}</h3> <span className="caption">{rows.length}</span>
        </summary>
        {table}
      </details>
    );
  return (
    <>
      <h3 className="h4 panel__body">{title}</h3>
      {table}
    </>
  );
}

type Names<Row, Value> = string & { [Name in keyof Row]: Row[Name] extends Value ? Name : never }[keyof Row];

/** Columns of counts and of moments that may not have been yet. */
export function useStateColumns<Row extends object>() {
  const dates = useDates();
  const { words } = useLanguage();
  return {
    count: (name: Names<Row, number>, header: string): Column<Row> => ({
      id: name,
      header,
      end: true,
      cell: (row) => formatNumber(words, row[name] as number),
    }),
    moment: (name: Names<Row, string | null>, header: string, none = '–'): Column<Row> => ({
      id: name,
      header,
      cell: (row) => (row[name] === null ? none : dates.moment(row[name] as string)),
    }),
  };
}
