import {
  ChoiceFilter,
  FilterRow,
  PickFilter,
  useDates,
  useLanguage,
  useSession,
  type Filtering,
} from '@lapor/staff';
import { lazy, useState } from 'react';
import { FilterButton } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import type { Bucket } from './buckets.ts';
import {
  AGES,
  DUE,
  isOfOpen,
  KINDS,
  listFilterOf,
  NO_FILTER,
  STATES,
  STEPS,
  YES_NO,
  type AgeSlug,
  type FilterName,
} from './inbox-filter.ts';
import { KeepFilter } from './keep-filter.tsx';
import { useFilterNames } from './use-filter-names.ts';
import type { KeptFilter } from './use-inbox-counters.ts';

const CategoryPick = lazy(async () => ({ default: (await import('@lapor/staff/picking')).CategoryPick }));
const OrganisationPick = lazy(async () => ({
  default: (await import('@lapor/staff/picking')).OrganisationPick,
}));
const RegionPick = lazy(async () => ({ default: (await import('@lapor/staff/picking')).RegionPick }));

const ENDED = ['selesai', 'arsip'] as const;
const RUNNING = ['terdisposisi', 'proses'] as const;

interface InboxFiltersProps {
  bucket: Bucket;
  filters: Filtering<FilterName>;
  kept: readonly KeptFilter[];
  /** On a phone; otherwise only those that are set are shown there. */
  unfolded: boolean;
}

/** What narrows the box, in the address; what was narrowed can be kept under a name, and handed on as a link. */
export function InboxFilters({ bucket, filters, kept, unfolded }: InboxFiltersProps) {
  const t = useText();
  const { words } = useLanguage();
  const { workplace } = useSession();
  const { values, set } = filters;
  const { category, unit, region } = useFilterNames(values);
  const received = useReceivedText(values);
  const [more, setMore] = useState(false);
  const showsMore = more || values.lindung !== '' || values.bersama !== '' || values.nilai !== '';
  const states = { DONE: ENDED, ALL: [...RUNNING, ...ENDED] }[bucket as string] ?? RUNNING;
  return (
    <div className={unfolded ? 'inbox-filters is-open' : 'inbox-filters'}>
      <FilterRow label={t('inbox.filters')} count={filters.count} onClear={filters.clear}>
        {values.cari && (
          <FilterButton active removeLabel={t('search.remove')} onClick={() => set({ cari: '' })}>
            {t('search.active', { words: values.cari })}
          </FilterButton>
        )}
        <ChoiceFilter
          label={t('inbox.kind')}
          all={t('inbox.kindAll')}
          value={values.jenis}
          options={Object.entries(KINDS).map(([value, kind]) => ({ value, label: words.kinds[kind] }))}
          onChange={(jenis) => set({ jenis })}
        />
        {isOfOpen(bucket) && (
          <>
            <ChoiceFilter
              label={t('inbox.due')}
              all={t('inbox.dueAll')}
              value={values.tenggat}
              options={DUE.map((value) => ({ value, label: t(`inbox.due.${value}`) }))}
              onChange={(tenggat) => set({ tenggat })}
            />
            <ChoiceFilter
              label={t('inbox.age')}
              all={t('inbox.ageAll')}
              value={values.umur}
              options={(Object.keys(AGES) as AgeSlug[]).map((value) => ({
                value,
                label: t(`inbox.age.${value}`),
              }))}
              onChange={(umur) => set({ umur })}
            />
          </>
        )}
        {bucket !== 'NEW' && bucket !== 'TO_VERIFY' && (
          <ChoiceFilter
            label={t('inbox.state')}
            all={t('inbox.stateAll')}
            value={values.status}
            options={states.map((value) => ({ value, label: words.states[STATES[value]] }))}
            onChange={(status) => set({ status })}
          />
        )}
        <PickFilter label={t('inbox.category')} chosen={category} onClear={() => set({ kategori: '' })}>
          {({ close, inputRef }) => (
            <CategoryPick
              label={t('inbox.category')}
              picked={null}
              inputRef={inputRef}
              onPick={({ id }) => {
                close();
                set({ kategori: id });
              }}
            />
          )}
        </PickFilter>
        <PickFilter label={t('inbox.region')} chosen={region} onClear={() => set({ wilayah: '' })}>
          {({ close, inputRef }) => (
            <RegionPick
              label={t('inbox.region')}
              picked={null}
              inputRef={inputRef}
              onPick={({ code }) => {
                close();
                set({ wilayah: code });
              }}
            />
          )}
        </PickFilter>
        <PickFilter label={t('inbox.unit')} chosen={unit} onClear={() => set({ unit: '', langsung: '' })}>
          {({ close, inputRef }) => (
            <OrganisationPick
              label={t('inbox.unit')}
              withinId={workplace.organisation.id}
              startAtId={workplace.organisation.id}
              picked={null}
              inputRef={inputRef}
              onPick={({ id }) => {
                close();
                set({ unit: id, langsung: '' });
              }}
            />
          )}
        </PickFilter>
        {values.unit && values.langsung && (
          <FilterButton active removeLabel={t('search.remove')} onClick={() => set({ langsung: '' })}>
            {t('inbox.itself')}
          </FilterButton>
        )}
        {Object.hasOwn(STEPS, values.langkah) && (
          <FilterButton active removeLabel={t('search.remove')} onClick={() => set({ langkah: '' })}>
            {t(`inbox.step.${values.langkah as keyof typeof STEPS}`)}
          </FilterButton>
        )}
        {received && (
          <FilterButton active removeLabel={t('search.remove')} onClick={() => set({ dari: '', sampai: '' })}>
            {received}
          </FilterButton>
        )}
        {showsMore ? (
          <>
            <ChoiceFilter
              label={t('inbox.rated')}
              all={t('inbox.ratedAll')}
              value={values.nilai}
              options={YES_NO.map((value) => ({ value, label: t(`inbox.rated.${value}`) }))}
              onChange={(nilai) => set({ nilai })}
            />
            <ChoiceFilter
              label={t('inbox.protection')}
              all={t('inbox.protectionAll')}
              value={values.lindung}
              options={YES_NO.map((value) => ({ value, label: t(`inbox.protection.${value}`) }))}
              onChange={(lindung) => set({ lindung })}
            />
            <ChoiceFilter
              label={t('inbox.coHandled')}
              all={t('inbox.coHandledAll')}
              value={values.bersama}
              options={YES_NO.map((value) => ({ value, label: t(`inbox.coHandled.${value}`) }))}
              onChange={(bersama) => set({ bersama })}
            />
          </>
        ) : (
          <FilterButton expanded={false} onClick={() => setMore(true)}>
            {t('inbox.moreFilters')}
          </FilterButton>
        )}
        <KeepFilter bucket={bucket} filter={values} isNarrowed={filters.count > 0} kept={kept} />
      </FilterRow>
    </div>
  );
}

/** The days between which reports came, or steps ended, in words; null where an address names none. */
function useReceivedText({ dari, sampai, langkah }: Filtering<FilterName>['values']): string | null {
  const t = useText();
  const dates = useDates();
  const { receivedFrom, receivedUntil } = listFilterOf({ ...NO_FILTER, dari, sampai }) ?? {};
  const from = receivedFrom ? dates.day(receivedFrom, 'short') : null;
  const until = receivedUntil ? dates.day(receivedUntil, 'short') : null;
  if (Object.hasOwn(STEPS, langkah) && (from || until))
    return t('inbox.stepBetween', { from: from ?? '', until: until ?? '' });
  if (from && until) return t('inbox.receivedBetween', { from, until });
  if (from) return t('inbox.receivedFrom', { from });
  return until ? t('inbox.receivedUntil', { until }) : null;
}
