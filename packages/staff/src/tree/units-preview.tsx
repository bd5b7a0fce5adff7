import { Notice, Panel, Table, Tag } from '@lapor/ui';
import { LineFaults } from '../changing/csv-file/line-faults.tsx';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { FactList } from './fact-list.tsx';
import { isKnownFault } from './fault-codes.ts';
import type { Preview } from './units-file.graphql.ts';

/** What a file would do, line by line, and every line at fault with what would be right. */
export function UnitsPreviewTable({ preview }: { preview: Preview }) {
  const t = useText();
  const { changes, faults, unchangedCount } = preview;
  return (
    <>
      {faults.length > 0 ? (
        <LineFaults
          faults={faults}
          wordsOf={({ code, message }) =>
            isKnownFault(code) ? t(`tree.csv.fault.${code}` as StaffMessageId) : message
          }
        />
      ) : (
        <Notice
          tone={changes.length === 0 ? 'info' : 'success'}
          role="status"
          title={changes.length === 0 ? t('tree.csv.nothing') : t('tree.csv.good', { count: changes.length })}
        >
          <p>
            {t(changes.length === 0 ? 'tree.csv.nothingHint' : 'tree.csv.unchanged', {
              count: unchangedCount,
            })}
          </p>
        </Notice>
      )}
      {changes.length > 0 && (
        <Panel title={t('tree.csv.changes', { count: changes.length })} flush>
          <Table
            caption={t('tree.csv.changes', { count: changes.length })}
            captionHidden
            stacked
            tight
            rows={changes}
            rowKey={({ line }) => String(line)}
            columns={[
              { id: 'line', header: t('csvFile.line'), className: 'fit', cell: ({ line }) => line },
              {
                id: 'kind',
                header: t('tree.csv.does'),
                className: 'fit',
                cell: ({ kind }) => <Tag>{t(`tree.csv.kind.${kind}`)}</Tag>,
              },
              { id: 'name', header: t('tree.name'), rowHeader: true, cell: ({ name }) => name },
              { id: 'facts', header: t('tree.csv.facts'), cell: ({ facts }) => <FactList facts={facts} /> },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
