import { Fragment, useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { sortIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { useScrolls } from './use-scrolls.ts';

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their cell. */
  end?: boolean;
  /** The cell that names the row. */
  rowHeader?: boolean;
  sortable?: boolean;
  /** Place in the card a row becomes on a phone; `hide` leaves it out there. */
  onPhone?: 'check' | 'due' | 'title' | 'unit' | 'state' | 'hide';
  className?: string;
}

export interface RowGroup<Row> {
  id: string;
  title: ReactNode;
  rows: readonly Row[];
}

interface TableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows?: readonly Row[];
  groups?: readonly RowGroup<Row>[];
  rowKey: (row: Row) => string;
  rowState?: (row: Row) => { selected?: boolean; cursor?: boolean; unread?: boolean };
  sort?: Sort;
  onSort?: (column: string) => void;
  /** Rows become cards on a phone. */
  cards?: boolean;
  /** Each row stands as a block of named lines on a phone; for tables of several columns without a card of their own. */
  stacked?: boolean;
  /** The inbox look: fixed columns, one line each. */
  inbox?: boolean;
  tight?: boolean;
}

const phoneClasses = {
  check: 'check-cell',
  due: 'a-due',
  title: 'a-title',
  unit: 'a-unit',
  state: 'a-state',
  hide: 'a-hide',
};

export function Table<Row>(props: TableProps<Row>) {
  const { columns, rowKey, rowState } = props;
  const captionId = useId();
  const [box, scrolls] = useScrolls<HTMLDivElement>();
  const groups: readonly RowGroup<Row>[] = props.groups ?? [{ id: '', title: null, rows: props.rows ?? [] }];

  const renderRow = (row: Row) => {
    const state = rowState?.(row) ?? {};
    return (
      <tr
        key={rowKey(row)}
        className={
          classNames(
            state.selected && 'is-selected',
            state.cursor && 'is-cursor',
            state.unread && 'unread',
          ) || undefined
        }
      >
        {columns.map((column) => {
          const className = cellClass(column);
          return column.rowHeader ? (
            <th key={column.id} scope="row" className={className}>
              {column.cell(row)}
            </th>
          ) : (
            <td
              key={column.id}
              className={className}
              // Shown before the value where the head of the table is not.
              data-label={props.stacked && typeof column.header === 'string' ? column.header : undefined}
            >
              {column.cell(row)}
            </td>
          );
        })}
      </tr>
    );
  };

  // No landmark: it often stands in a panel of the same name.
  const frame = scrolls ? { tabIndex: 0, role: 'group', 'aria-labelledby': captionId } : {};
  return (
    <div className="table-wrap" ref={box} {...frame}>
      <table
        className={classNames(
          'table',
          props.cards && 'cards-narrow',
          props.stacked && 'stack-narrow',
          props.inbox && 'inbox',
          props.tight && 'table--tight',
        )}
      >
        <caption id={captionId} className={props.captionHidden ? 'sr' : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cellClass(column)}
                aria-sort={props.sort?.column === column.id ? props.sort.direction : undefined}
              >
                {column.sortable ? (
                  <button className="sort" type="button" onClick={() => props.onSort?.(column.id)}>
                    {column.header} <Icon of={sortIcon} size="small" />
                  </button>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.id}>
              {group.title != null && (
                <tr className="group">
                  <th colSpan={columns.length} scope="rowgroup">
                    {group.title}
                  </th>
                </tr>
              )}
              {group.rows.map(renderRow)}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>) {
  return (
    classNames(column.onPhone && phoneClasses[column.onPhone], column.end && 'end', column.className) ||
    undefined
  );
}
