import {
  ChoiceFilter,
  ClockChip,
  CopyLink,
  FilterRow,
  PagedList,
  TableButton,
  useDates,
  useFilters,
  useLanguage,
  usePages,
  usePageTitle,
  useSession,
} from '@lapor/staff';
import {
  Anchor,
  Button,
  EmptyState,
  Field,
  filterIcon,
  Icon,
  listIcon,
  lockIcon,
  StatusPill,
  Table,
  TextInput,
} from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { useAdminIdentity } from '../app/identity.ts';
import type { ResultOf } from '../graphql.ts';
import { OPEN_STATES } from '../situation/address/report-address.ts';
import { useText } from '../situation/words.ts';
import { ActiveFilters } from './active-filters.tsx';
import { NAMES, readFilter, STATES, statesOf } from './read-filter.ts';
import { CountedReportsDocument, type CountedRowFields } from './reports.graphql.ts';
import '../situation/situation.css';

type Row = ResultOf<typeof CountedRowFields>;

const OPEN = OPEN_STATES.join(',');
const PAGE_SIZE = 50;
const CHANGED_BY = ['Report'];

/** The reports behind a figure (`/laporan?…`): every figure of the situation room leads here. */
export function ReportsPage() {
  const t = useText();
  const console = useAdminIdentity();
  const { workplace } = useSession();
  const { words } = useLanguage();
  const { search } = useLocation();
  const { values, count, set, clear } = useFilters(NAMES);
  usePageTitle(t('behind.title'), console.label);
  const filter = useMemo(() => readFilter(values), [values]);
  const list = usePages({
    query: CountedReportsDocument,
    variables: useMemo(() => ({ filter, first: PAGE_SIZE }), [filter]),
    page: (data) => data.countedReports,
    typenames: CHANGED_BY,
  });
  const onlyPublished = workplace.roles.every((role) => role === 'ANALYST');
  const states = statesOf(values.keadaan).join(',');
  return (
    <div className="stack stack-3 room">
      <p className="no-print">
        <Anchor href="/situasi">‹ {t('behind.back')}</Anchor>
      </p>
      <div className="room-head">
        <div>
          <h1>{t('behind.title')}</h1>
          <p className="caption">{t(onlyPublished ? 'behind.aboutAnalyst' : 'behind.about')}</p>
          {typeof filter.stepOnTime === 'boolean' && <p className="caption">{t('behind.aboutSteps')}</p>}
        </div>
        <div className="row row--tight">
          <CopyLink to={`/laporan${search}`} />
          <TableButton name="laporan" list={{ list: 'COUNTED', counted: filter }} />
        </div>
      </div>
      <FilterRow label={t('behind.filters')} count={count} onClear={clear}>
        <Field label={t('behind.from')}>
          <TextInput
            type="date"
            value={values.dari}
            onChange={({ currentTarget: { value } }) => set({ dari: value })}
          />
        </Field>
        <Field label={t('behind.until')}>
          <TextInput
            type="date"
            value={values.sampai}
            onChange={({ currentTarget: { value } }) => set({ sampai: value })}
          />
        </Field>
        <ChoiceFilter
          label={t('behind.state')}
          all={t('behind.anyState')}
          value={states}
          options={[
            { value: OPEN, label: t('behind.openStates') },
            ...STATES.map((value) => ({ value, label: words.states[value] })),
            ...(states && states !== OPEN && states.includes(',')
              ? [
                  {
                    value: states,
                    label: statesOf(states)
                      .map((state) => words.states[state])
                      .join(', '),
                  },
                ]
              : []),
          ]}
          onChange={(keadaan) => set({ keadaan })}
        />
        <ActiveFilters values={values} set={set} />
        {!filter.overdue && (
          <Button size="small" icon={filterIcon} onClick={() => set({ terlambat: '1' })}>
            {t('behind.onlyOverdue')}
          </Button>
        )}
      </FilterRow>
      <PagedList
        list={list}
        table
        failed={t('behind.failed')}
        shown={(shown) => t('behind.shown', { count: shown })}
        empty={
          <EmptyState icon={listIcon} title={t('behind.nothing')}>
            {t('behind.nothingHint')}
          </EmptyState>
        }
      >
        {(rows) => <Rows rows={rows} />}
      </PagedList>
    </div>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return (
    <Table
      caption={t('behind.title')}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'report',
          header: t('behind.report'),
          rowHeader: true,
          cell: ({ number, title, isConfidential, region }) => (
            <>
              <Anchor href={`/laporan/${number}`}>{title}</Anchor>
              <span className="caption row row--tight">
                {isConfidential && <Icon of={lockIcon} size="small" label={t('flag.confidential')} />}
                <span>
                  <span className="code">{formatReportNumber(number)}</span>
                  {region && ` · ${region.name}`}
                </span>
              </span>
            </>
          ),
        },
        {
          id: 'submitted',
          header: t('behind.submitted'),
          className: 'fit',
          cell: ({ submittedAt }) => dates.dayOf(submittedAt, 'date'),
        },
        {
          id: 'state',
          header: t('behind.state'),
          className: 'fit',
          cell: ({ state }) => <StatusPill state={state}>{words.states[state]}</StatusPill>,
        },
        {
          id: 'handler',
          header: t('behind.handler'),
          cell: ({ handler, state }) =>
            handler?.name ??
            // Nobody's but the desk's: it verifies, or waits for the reporter.
            (state === 'SUBMITTED' || state === 'POSTPONED' ? t('behind.nationalDesk') : '–'),
        },
        {
          id: 'due',
          header: t('behind.due'),
          cell: ({ nextClock }) =>
            nextClock ? (
              <>
                <ClockChip clock={nextClock} />
                <span className="caption block">{words.clocksShort[nextClock.kind]}</span>
              </>
            ) : (
              <span className="muted">–</span>
            ),
        },
      ]}
    />
  );
}
