import { Anchor, filterIcon, IconButton } from '@lapor/ui';
import { formatReportNumber, parseReportNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { useClient } from 'urql';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { OrganisationFilter } from '../filters/organisation-filter.tsx';
import { SearchFilter } from '../filters/search-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../language/use-text.ts';
import { usePages } from '../loading/use-pages.ts';
import { ReportAuditDocument } from './audit.graphql.ts';
import { ExportButton } from './export-button.tsx';
import { exportPages } from './export-pages.ts';
import { DayFilters, PersonFilter } from './log-filters.tsx';
import { LogList } from './log-list.tsx';
import { LogTable } from './log-table.tsx';
import { REPORT_ACTION_GROUPS, REPORT_ACTIONS } from './report-actions.ts';
import { instantsOf, reportSentence, type ReportEntry } from './sentences.ts';

const NAMES = ['dari', 'sampai', 'tindakan', 'unit', 'pelaku', 'nomor'] as const;
const PAGE_SIZE = 50;
const CHANGED_BY = ['ReportAuditEntry'];

/** What was done with reports, and every reading of what is sealed. */
export function ReportLog({ withinId }: { withinId: string | undefined }) {
  const t = useText();
  const client = useClient();
  const { values, count, set, clear } = useFilters(NAMES);
  const filter = useMemo(
    () => ({
      ...instantsOf({ from: values.dari, until: values.sampai }),
      actions: REPORT_ACTIONS.some((action) => action === values.tindakan)
        ? [values.tindakan as ReportEntry['action']]
        : null,
      organisationId: values.unit || null,
      actorId: values.pelaku || null,
      // A number that is none finds nothing, rather than everything.
      reportNumber: values.nomor ? (parseReportNumber(values.nomor) ?? '0') : null,
    }),
    [values],
  );
  const list = usePages({
    query: ReportAuditDocument,
    variables: useMemo(() => ({ filter, first: PAGE_SIZE }), [filter]),
    page: (data) => data.reportAuditEntries,
    typenames: CHANGED_BY,
  });
  return (
    <>
      <FilterRow label={t('audit.filters')} count={count} onClear={clear}>
        <DayFilters from={values.dari} until={values.sampai} onChange={set} />
        <SearchFilter
          label={t('audit.number')}
          placeholder={t('audit.number')}
          value={values.nomor}
          onChange={(nomor) => set({ nomor })}
        />
        <ChoiceFilter
          label={t('audit.what')}
          all={t('audit.allActions')}
          value={values.tindakan}
          options={REPORT_ACTION_GROUPS.map(({ group, actions }) => ({
            label: t(`audit.group.${group}`),
            options: actions.map((value) => ({ value, label: capital(t(`audit.report.${value}`)) })),
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
        <ExportButton<ReportEntry>
          name="log-laporan"
          collect={() =>
            exportPages(async (after) => {
              const { data } = await client
                .query(ReportAuditDocument, { filter, first: 100, after }, { requestPolicy: 'network-only' })
                .toPromise();
              return data?.reportAuditEntries ?? null;
            })
          }
          header={[
            t('audit.csvAt'),
            t('audit.sentenceColumn'),
            t('audit.what'),
            t('audit.who'),
            t('officers.organisation'),
            t('audit.number'),
          ]}
          cells={(entry) => [
            entry.at,
            reportSentence(t, entry),
            entry.action,
            entry.actor?.name ?? t(`audit.actor.${entry.actorKind}`),
            entry.organisation?.name ?? '',
            entry.reportNumber ?? '',
          ]}
        />
      </FilterRow>
      <LogList list={list} filtered={count > 0} onClear={clear}>
        {(entries) => (
          <LogTable
            caption={t('audit.part.laporan')}
            entries={entries}
            sentenceOf={(entry) => reportSentence(t, entry)}
            columns={[
              {
                id: 'report',
                header: t('audit.report.column'),
                className: 'fit',
                cell: ({ reportNumber }) =>
                  reportNumber ? (
                    <Anchor href={`/laporan/${reportNumber}`} className="code">
                      {formatReportNumber(reportNumber)}
                    </Anchor>
                  ) : null,
              },
              {
                id: 'only',
                header: t('audit.about.column'),
                cell: ({ actor }) =>
                  actor && values.pelaku === '' ? (
                    <IconButton
                      icon={filterIcon}
                      label={t('audit.onlyBy', { name: actor.name ?? t('audit.somebody') })}
                      onClick={() => set({ pelaku: actor.id })}
                    />
                  ) : null,
              },
            ]}
          />
        )}
      </LogList>
    </>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
