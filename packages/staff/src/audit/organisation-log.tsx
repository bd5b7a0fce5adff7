import { Anchor, filterIcon, IconButton } from '@lapor/ui';
import { useMemo } from 'react';
import { useClient } from 'urql';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { OrganisationFilter } from '../filters/organisation-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../language/use-text.ts';
import { usePages } from '../loading/use-pages.ts';
import { AuditEntriesDocument } from './audit.graphql.ts';
import { ExportButton } from './export-button.tsx';
import { exportPages } from './export-pages.ts';
import { DayFilters, PersonFilter } from './log-filters.tsx';
import { LogList } from './log-list.tsx';
import { LogTable } from './log-table.tsx';
import { ORGANISATION_ACTION_GROUPS, organisationSentence, type OrganisationEntry } from './sentences.ts';

const NAMES = ['dari', 'sampai', 'tindakan', 'unit', 'pelaku', 'petugas'] as const;
const PAGE_SIZE = 50;
const CHANGED_BY = ['AuditEntry'];

/** What was done to organisations, officers, readiness and the category map. */
export function OrganisationLog({ treePath, withinId }: { treePath: string; withinId: string | undefined }) {
  const t = useText();
  const client = useClient();
  const { values, count, set, clear } = useFilters(NAMES);
  const filter = useMemo(
    () => ({
      from: values.dari || null,
      until: values.sampai || null,
      actions: values.tindakan ? [values.tindakan] : null,
      withinId: values.unit || null,
      actorId: values.pelaku || null,
      officerId: values.petugas || null,
    }),
    [values],
  );
  const list = usePages({
    query: AuditEntriesDocument,
    variables: useMemo(() => ({ filter, first: PAGE_SIZE }), [filter]),
    page: (data) => data.auditEntries,
    typenames: CHANGED_BY,
  });
  return (
    <>
      <FilterRow label={t('audit.filters')} count={count} onClear={clear}>
        <DayFilters from={values.dari} until={values.sampai} onChange={set} />
        <ChoiceFilter
          label={t('audit.what')}
          all={t('audit.allActions')}
          value={values.tindakan}
          options={ORGANISATION_ACTION_GROUPS.map(({ group, actions }) => ({
            label: t(`audit.group.${group}`),
            options: actions.map((value) => ({ value, label: t(`audit.short.${value}`) })),
          }))}
          onChange={(tindakan) => set({ tindakan })}
        />
        <OrganisationFilter
          label={t(withinId ? 'officers.unit' : 'officers.organisation')}
          value={values.unit}
          withinId={withinId}
          onChange={(unit) => set({ unit })}
        />
        <PersonFilter label={t('audit.who')} id={values.pelaku} onClear={() => set({ pelaku: '' })} />
        <PersonFilter label={t('audit.whom')} id={values.petugas} onClear={() => set({ petugas: '' })} />
        <ExportButton<OrganisationEntry>
          name="log-organisasi"
          collect={() =>
            exportPages(async (after) => {
              const { data } = await client
                .query(AuditEntriesDocument, { filter, first: 100, after }, { requestPolicy: 'network-only' })
                .toPromise();
              return data?.auditEntries ?? null;
            })
          }
          header={[
            t('audit.csvAt'),
            t('audit.sentenceColumn'),
            t('audit.what'),
            t('audit.who'),
            t('audit.whom'),
            t('officers.organisation'),
            t('audit.facts'),
          ]}
          cells={(entry) => [
            entry.at,
            organisationSentence(t, entry),
            entry.action,
            entry.actor?.name ?? '',
            entry.officer?.name ?? '',
            entry.organisation?.name ?? '',
            entry.facts.map(({ name, value }) => `${name}: ${value}`).join(' | '),
          ]}
        />
      </FilterRow>
      <LogList list={list} filtered={count > 0} onClear={clear}>
        {(entries) => (
          <LogTable
            caption={t('audit.part.organisasi')}
            entries={entries}
            sentenceOf={(entry) => organisationSentence(t, entry)}
            columns={[
              {
                id: 'links',
                header: t('audit.about.column'),
                cell: (entry) => (
                  <span className="row row--tight">
                    {entry.organisation && (
                      <Anchor href={`${treePath}/${entry.organisation.id}`}>{entry.organisation.name}</Anchor>
                    )}
                    {entry.officer && (
                      <Anchor href={`/petugas/${entry.officer.id}`}>
                        {entry.officer.name ?? t('audit.somebody')}
                      </Anchor>
                    )}
                    {entry.actor && values.pelaku === '' && (
                      <IconButton
                        icon={filterIcon}
                        label={t('audit.onlyBy', { name: entry.actor.name ?? t('audit.somebody') })}
                        onClick={() => set({ pelaku: entry.actor?.id ?? '' })}
                      />
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
      </LogList>
    </>
  );
}
