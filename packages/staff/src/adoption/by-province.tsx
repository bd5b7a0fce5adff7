import { ChipChoice, Panel, Skeleton } from '@lapor/ui';
import { useMemo } from 'react';
import { useToday } from '../dates/use-today.ts';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { usePart } from '../loading/use-part.ts';
import { percentText } from './adoption-finding.ts';
import { AdoptionByProvinceDocument, type AdoptionSight } from './adoption.graphql.ts';
import { CsvButton, lowest, Shares, type Kind, type Row } from './shares.tsx';

/** Kinds are never mixed: a share of ministries and cities together says nothing. Regencies and cities are one level. */
const GROUPS = {
  daerah: ['REGENCY', 'CITY'],
  provinsi: ['PROVINCE'],
} as const satisfies Record<string, readonly Kind[]>;
type Group = keyof typeof GROUPS;
const NAMES = ['kelompok'] as const;

/** Which governments the address asks for. */
export function useProvinceGroup() {
  const { values, set } = useFilters(NAMES);
  const group: Group = values.kelompok === 'provinsi' ? 'provinsi' : 'daerah';
  return { group, set, variables: useMemo(() => ({ kinds: [...GROUPS[group]] }), [group]) };
}

/** Governments of each province, provinces apart from what lies in them. */
export function ByProvince({ sight, readsReadiness }: { sight: AdoptionSight; readsReadiness: boolean }) {
  const t = useText();
  const today = useToday();
  const { group, set, variables } = useProvinceGroup();
  const [{ data, error, fetching, stale }, ask] = usePart({
    query: AdoptionByProvinceDocument,
    variables,
    sight,
  });
  const rows = fetching ? undefined : data?.byProvince.filter(({ total }) => total > 0);
  const worst = rows && lowest(rows);
  const withoutUse = rows?.filter(({ used }) => used === 0).length ?? 0;
  const nameOf = ({ province }: Row) => province?.name ?? t('tree.wholeCountry');
  return (
    <Panel
      title={
        rows && withoutUse > 1
          ? t('adoption.provinceNone', { count: withoutUse, total: rows.length })
          : worst
            ? t('adoption.provinceFinding', {
                province: nameOf(worst),
                share: percentText(worst.used, worst.total),
              })
            : t('adoption.byProvince')
      }
      tools={
        rows && (
          <CsvButton
            name={`adopsi-${group}-${today}.csv`}
            first={t('adoption.province')}
            rows={rows}
            nameOf={nameOf}
          />
        )
      }
      flush
    >
      <div className="panel__body no-print">
        <ChipChoice
          label={t('adoption.group')}
          value={group}
          options={(['daerah', 'provinsi'] as const).map((value) => ({
            value,
            label: t(`adoption.group.${value}`),
          }))}
          onChange={(kelompok) => set({ kelompok: kelompok === 'daerah' ? '' : kelompok })}
        />
      </div>
      {!rows && error && (
        <LoadFailure
          error={error}
          title={t('adoption.failed')}
          retrying={stale}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {rows && (
        <Shares
          caption={t('adoption.byProvince')}
          first={t('adoption.province')}
          rows={rows}
          nameOf={nameOf}
          hrefOf={({ province }) =>
            province && readsReadiness ? `/adopsi?provinsi=${province.code}#adoption-list` : null
          }
        />
      )}
      {!rows && !error && (
        <div className="panel__body">
          <Skeleton label={t('page.loading')} lines={8} />
        </div>
      )}
    </Panel>
  );
}
