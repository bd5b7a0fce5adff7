import { Notice, Panel, Table } from '@lapor/ui';
import { useText } from '../../language/use-text.ts';

interface LineFault {
  line: number;
  field: string | null;
}

interface LineFaultsProps<Fault> {
  faults: readonly Fault[];
  /** What is wrong, and what would be right. */
  wordsOf: (fault: Fault) => string;
}

/** Every line at fault of a file, of which nothing was taken. */
export function LineFaults<Fault extends LineFault>({ faults, wordsOf }: LineFaultsProps<Fault>) {
  const t = useText();
  return (
    <>
      <Notice tone="danger" role="alert" title={t('csvFile.faults', { count: faults.length })}>
        <p>{t('csvFile.faultsHint')}</p>
      </Notice>
      <Panel title={t('csvFile.faultTable')} flush>
        <Table
          caption={t('csvFile.faultTable')}
          captionHidden
          stacked
          tight
          rows={faults}
          rowKey={(fault) => `${fault.line} ${fault.field ?? ''} ${wordsOf(fault)}`}
          columns={[
            {
              id: 'line',
              header: t('csvFile.line'),
              rowHeader: true,
              className: 'fit',
              cell: ({ line }) => line,
            },
            {
              id: 'field',
              header: t('csvFile.field'),
              className: 'fit',
              cell: ({ field }) => field ?? t('csvFile.wholeLine'),
            },
            { id: 'what', header: t('csvFile.what'), cell: wordsOf },
          ]}
        />
      </Panel>
    </>
  );
}
