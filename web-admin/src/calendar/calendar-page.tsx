import { LoadFailure, StaleNotice, useDates, usePageTitle, useSteadyQuery } from '@lapor/staff';
import { useToday } from '@lapor/staff/changing';
import { Button, EmptyState, NotFoundState, Panel, plusIcon, SkeletonBlock, Table, Tag } from '@lapor/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import { CalendarDocument } from './calendar.graphql.ts';
import { RemoveHolidayDialog, SaveHolidayDialog } from './holiday-dialogs.tsx';
import type { HolidayRow } from './holiday-row.ts';
import { ImportPanel } from './import-panel.tsx';
import { RecalculationProgress } from './recalculation-progress.tsx';
import { SavedNotice } from './saved-notice.tsx';

type Open = { kind: 'add' } | { kind: 'edit' | 'remove'; holiday: HolidayRow };
/** The server takes no more. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 5;
const FIRST_YEAR = 2011;

/** The days off of a year (`/kalender?tahun=2027`), and everything that changes them. */
export function CalendarPage() {
  const t = useText();
  const console = useAdminIdentity();
  usePageTitle(t('nav.calendar'), console.label);
  const thisYear = Number(useToday().slice(0, 4));
  const [query, setQuery] = useSearchParams();
  const asked = Number(query.get('tahun'));
  const isYear = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= thisYear + YEARS_AHEAD;
  const year = isYear ? asked : thisYear;
  const canChange = year >= thisYear - YEARS_BACK;
  const [open, setOpen] = useState<Open | null>(null);
  const [saves, setSaves] = useState(0);
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: CalendarDocument,
    variables: { year },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const close = () => setOpen(null);
  const changed = () => {
    setSaves((count) => count + 1);
    refresh();
  };
  const go = (to: number) => setQuery({ tahun: String(to) }, { replace: true });

  if (!data && error)
    return (
      <LoadFailure page error={error} title={t('calendar.failed')} retrying={fetching} onRetry={refresh} />
    );
  if (data && !data.calendarVersions)
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('calendar.notYours')}
      </NotFoundState>
    );
  return (
    <>
      <div>
        <h1>{t('nav.calendar')}</h1>
        <p className="caption">{t('calendar.about')}</p>
      </div>
      {data && <StaleNotice error={error} onRetry={refresh} />}
      {saves > 0 && (
        <SavedNotice key={saves} title={t('calendar.savedTitle')} next={t('calendar.savedNext')} recounts />
      )}
      {/* Begins anew with every change of the calendar. */}
      <RecalculationProgress
        key={data?.calendarVersions?.edges[0]?.node.version ?? ''}
        begun={data?.recalculation}
      />
      <div className="row row--between">
        <div className="row" role="group" aria-label={t('calendar.year')}>
          <Button size="small" disabled={year <= FIRST_YEAR} onClick={() => go(year - 1)}>
            {t('calendar.earlier')}
          </Button>
          <strong aria-live="polite">{year}</strong>
          <Button size="small" disabled={year >= thisYear + YEARS_AHEAD} onClick={() => go(year + 1)}>
            {t('calendar.later')}
          </Button>
        </div>
        {data && canChange && (
          <Button variant="primary" icon={plusIcon} onClick={() => setOpen({ kind: 'add' })}>
            {t('calendar.add')}
          </Button>
        )}
      </div>
      {data && !(fetching && stale) ? (
        <Days year={year} holidays={data.holidays} canChange={canChange} onOpen={setOpen} />
      ) : (
        <SkeletonBlock label={t('page.loading')} count={4} />
      )}
      {data && canChange && <ImportPanel key={year} year={year} onDone={changed} />}
      {data?.calendarVersions && <Versions versions={data.calendarVersions} />}
      {open?.kind === 'remove' && (
        <RemoveHolidayDialog holiday={open.holiday} onClose={close} onDone={changed} />
      )}
      {(open?.kind === 'add' || open?.kind === 'edit') && (
        <SaveHolidayDialog
          holiday={open.kind === 'edit' ? open.holiday : null}
          year={year}
          onClose={close}
          onDone={changed}
        />
      )}
    </>
  );
}

interface DaysProps {
  year: number;
  holidays: readonly HolidayRow[];
  canChange: boolean;
  onOpen: (open: Open) => void;
}

function Days({ year, holidays, canChange, onOpen }: DaysProps) {
  const t = useText();
  const dates = useDates();
  const title = t('calendar.days', { year: String(year) });
  if (holidays.length === 0)
    return (
      <EmptyState title={t('calendar.none', { year: String(year) })}>
        {canChange && t('calendar.noneHint')}
      </EmptyState>
    );
  return (
    <Panel title={title} flush>
      <Table
        caption={title}
        captionHidden
        stacked
        tight
        rows={holidays}
        rowKey={({ date }) => date}
        columns={[
          {
            id: 'date',
            header: t('calendar.day'),
            rowHeader: true,
            className: 'fit',
            cell: ({ date }) => dates.day(date, 'weekday'),
          },
          { id: 'name', header: t('calendar.name'), cell: ({ name }) => name },
          {
            id: 'kind',
            header: t('calendar.kind'),
            className: 'fit',
            cell: ({ kind, status }) => (
              <>
                {t(`calendar.kind.${kind}`)} <Tag>{t(`calendar.status.${status}`)}</Tag>
              </>
            ),
          },
          { id: 'decree', header: t('calendar.decree'), cell: ({ decree }) => decree },
          ...(canChange
            ? [
                {
                  id: 'actions',
                  // Said to those who do not see that these are buttons; on a phone they need no name before them.
                  header: <span className="sr">{t('calendar.actions')}</span>,
                  className: 'fit',
                  cell: (holiday: HolidayRow) => (
                    <span className="row row--tight row--nowrap">
                      <Button
                        size="small"
                        aria-label={t('calendar.editDay', { name: holiday.name })}
                        onClick={() => onOpen({ kind: 'edit', holiday })}
                      >
                        {t('calendar.edit')}
                      </Button>
                      <Button
                        size="small"
                        aria-label={t('calendar.removeDay', { name: holiday.name })}
                        onClick={() => onOpen({ kind: 'remove', holiday })}
                      >
                        {t('calendar.remove')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

type VersionPage = NonNullable<ResultOf<typeof CalendarDocument>['calendarVersions']>;

function Versions({ versions }: { versions: VersionPage }) {
  const t = useText();
  const dates = useDates();
  return (
    <Panel title={t('calendar.versions')} flush>
      <Table
        caption={t('calendar.versions')}
        captionHidden
        stacked
        tight
        rows={versions.edges.map(({ node }) => node)}
        rowKey={({ version }) => version}
        columns={[
          {
            id: 'version',
            header: t('calendar.version'),
            rowHeader: true,
            cell: ({ version }) => <span className="break-anywhere">{version}</span>,
          },
          {
            id: 'effective',
            header: t('calendar.effectiveAt'),
            cell: ({ effectiveAt }) => dates.moment(effectiveAt),
          },
          {
            id: 'decree',
            header: t('calendar.decree'),
            cell: ({ decree }) => decree ?? t('calendar.fromFile'),
          },
          {
            id: 'count',
            header: t('calendar.changeCount'),
            end: true,
            className: 'fit',
            cell: ({ changeCount }) => changeCount,
          },
        ]}
      />
    </Panel>
  );
}
