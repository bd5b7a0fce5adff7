import { Table, type Column } from '@lapor/ui';
import { PagedList, type PagedListProps } from './paged-list.tsx';

interface PagedTableProps<Row> extends Omit<PagedListProps<Row>, 'table' | 'children'> {
  /** Names the table for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  tight?: boolean;
}

/** A list that is read page by page, as a table. */
export const PagedTable = <Row extends { id: string }>({
  caption,
  columns,
  tight,
  ...list
}: PagedTableProps<Row>) => (
  <PagedList {...list} table>
    {(rows) => (
      <Table
        caption={caption}
        captionHidden
        stacked
        tight={tight}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
      />
    )}
  </PagedList>
);
