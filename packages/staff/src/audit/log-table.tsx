import { Table, type Column } from '@lapor/ui';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';

interface LogTableProps<Entry> {
  caption: string;
  entries: readonly Entry[];
  sentenceOf: (entry: Entry) => string;
  /** What stands behind moment and sentence. */
  columns: readonly Column<Entry>[];
}

/** Entries of a log: when, and what in a sentence. */
export function LogTable<Entry extends { id: string | number; at: string }>(props: LogTableProps<Entry>) {
  const t = useText();
  const dates = useDates();
  return (
    <Table
      caption={props.caption}
      captionHidden
      stacked
      tight
      rows={props.entries}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          id: 'at',
          header: t('audit.at'),
          className: 'fit',
          cell: ({ at }) => dates.moment(at, 'short'),
        },
        { id: 'what', header: t('audit.sentenceColumn'), rowHeader: true, cell: props.sentenceOf },
        ...props.columns,
      ]}
    />
  );
}
