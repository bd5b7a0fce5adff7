import { Notice, Panel, Table, Tag } from '@lapor/ui';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { FactList } from './fact-list.tsx';
import { isKnownFault } from './fault-codes.ts';
import type { Preview } from './units-file-page.tsx';

/** What a file would do, line by line, and every line at fault with what would be right. */
export function UnitsPreviewTable({ preview }: { preview: Preview }) {
  const t = useText();
  const { changes, faults, unchangedCount } = preview;
  return (
    <>
      <div role="status">
        {faults.length > 0 ? (
          <Notice tone="danger" title={t('tree.csv.faults', { count: faults.length })}>
            <p>{t('tree.csv.faultsHint')}</p>
          </Notice>
        ) : changes.length === 0 ? (
          <Notice tone="info" title={t('tree.csv.nothing')}>
            <p>{t('tree.csv.nothingHint', { count: unchangedCount })}</p>
          </Notice>
        ) : (
          <Notice tone="success" title={t('tree.csv.good', { count: changes.length })}>
            <p>{t('tree.csv.unchanged', { count: unchangedCount })}</p>
          </Notice>
        )}
      </div>
      {faults.length > 0 && (
        <Panel title={t('tree.csv.faultTable')} flush>
          <Table
            caption={t('tree.csv.faultTable')}
            captionHidden
            stacked
            tight
            rows={faults}
            rowKey={({ line, field, code }) => `${line} ${field ?? ''} ${code}`}
            columns={[
              {
                id: 'line',
                header: t('tree.csv.line'),
                rowHeader: true,
                className: 'fit',
                cell: ({ line }) => line,
              },
              {
                id: 'field',
                header: t('tree.csv.field'),
                className: 'fit',
                cell: ({ field }) => field ?? t('tree.csv.wholeLine'),
              },
              {
                id: 'what',
                header: t('tree.csv.what'),
                cell: ({ code, message }) =>
                  isKnownFault(code) ? t(`tree.csv.fault.${code}` as StaffMessageId) : message,
              },
            ]}
          />
        </Panel>
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
              { id: 'line', header: t('tree.csv.line'), className: 'fit', cell: ({ line }) => line },
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
