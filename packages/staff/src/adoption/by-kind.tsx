import { Panel, Skeleton } from '@lapor/ui';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { usePart } from '../loading/use-part.ts';
import { useGovernmentsSeen, whoIsConnected } from '../session/governments-seen.ts';
import { percentText } from './adoption-finding.ts';
import { AdoptionByKindDocument, type AdoptionSight } from './adoption.graphql.ts';
import { CsvButton, lowest, Shares, type Row } from './shares.tsx';

/** Each kind of organisation on its own: a share of ministries and cities together says nothing. */
export function ByKind({ sight, readsReadiness }: { sight: AdoptionSight; readsReadiness: boolean }) {
  const t = useText();
  const today = useToday();
  const isSeen = useGovernmentsSeen();
  const [{ data, error, stale }, ask] = usePart({ query: AdoptionByKindDocument, variables: {}, sight });
  const rows = data?.byKind.filter(({ kind }) => isSeen(kind));
  if (!rows && error)
    return (
      <LoadFailure
        error={error}
        title={t('adoption.failed')}
        retrying={stale}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  const worst = rows && lowest(rows.filter(({ total }) => total > 0));
  const nameOf = (row: Row) => (row.kind ? t(`adoption.kinds.${row.kind}`) : '');
  return (
    <Panel
      title={
        worst
          ? t('adoption.kindFinding', { kind: nameOf(worst), share: percentText(worst.used, worst.total) })
          : t('adoption.byKind')
      }
      tools={
        rows && (
          <CsvButton
            name={`adopsi-jenis-${today}.csv`}
            first={t('adoption.kind')}
            rows={rows}
            nameOf={nameOf}
          />
        )
      }
      flush
    >
      {rows ? (
        <Shares
          caption={t('adoption.byKind')}
          first={t('adoption.kind')}
          rows={rows}
          nameOf={nameOf}
          hrefOf={({ kind }) =>
            readsReadiness ? `/adopsi?jenis=${kind}#adoption-list` : whoIsConnected(kind)
          }
        />
      ) : (
        <div className="panel__body">
          <Skeleton label={t('page.loading')} lines={6} />
        </div>
      )}
    </Panel>
  );
}
