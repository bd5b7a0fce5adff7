import { CopyLink, useDates, usePageTitle } from '@lapor/staff';
import { Button, Filters, NotFoundState, printIcon, SkeletonBlock, TabLinks } from '@lapor/ui';
import { lazy, Suspense, type ComponentType } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAdminIdentity } from '../app/identity.ts';
import { untilToday, type Period, type Preset } from './address/periods.ts';
import { useRoom } from './address/use-room.ts';
import { PeriodControl } from './controls/period-control.tsx';
import { PlaceControl } from './controls/place-control.tsx';
import { usePlaceName } from './controls/use-place-name.ts';
import type { TabProps } from './tab-props.ts';
import { tabAddress, TABS, type Tab } from './tabs.ts';
import { useText } from './words.ts';
import './situation.css';

const PARTS: Record<Tab, ComponentType<TabProps>> = {
  ringkasan: lazy(async () => ({ default: (await import('./overview/overview-tab.tsx')).OverviewTab })),
  tren: lazy(async () => ({ default: (await import('./trend/trend-tab.tsx')).TrendTab })),
  wilayah: lazy(async () => ({ default: (await import('./map/map-tab-with-maps.tsx')).MapTabWithMaps })),
  kategori: lazy(async () => ({ default: (await import('./categories/categories-tab.tsx')).CategoriesTab })),
  lonjakan: lazy(async () => ({ default: (await import('./bursts/bursts-tab.tsx')).BurstsTab })),
  peringkat: lazy(async () => ({ default: (await import('./league/league-tab.tsx')).LeagueTab })),
  umur: lazy(async () => ({ default: (await import('./ageing/ageing-tab.tsx')).AgeingTab })),
  penolakan: lazy(async () => ({ default: (await import('./refusals/refusals-tab.tsx')).RefusalsTab })),
  kepuasan: lazy(async () => ({
    default: (await import('./satisfaction/satisfaction-tab.tsx')).SatisfactionTab,
  })),
  adopsi: lazy(async () => ({ default: (await import('./adoption/adoption-tab.tsx')).AdoptionTab })),
  rahasia: lazy(async () => ({
    default: (await import('./confidential/confidential-tab.tsx')).ConfidentialTab,
  })),
};

/** What is not of days: it stands as it is now, or of a day or year of its own. */
const WITHOUT_PERIOD: readonly Tab[] = ['lonjakan', 'umur', 'adopsi', 'rahasia'];
/** A month is too short to rank by: few agencies have thirty reports in one. */
const RANKED_OVER: Preset = '12-bulan';
/** Agencies are compared with each other, not with themselves. */
const isCompared = (tab: Tab): boolean => tab !== 'peringkat';
/** What is counted for the whole country only. */
const WITHOUT_PLACE: readonly Tab[] = ['lonjakan', 'peringkat', 'adopsi', 'rahasia'];

/** The nation's situation room (`/situasi/:part`): everything it shows stands in the address. */
export function SituationPage() {
  const t = useText();
  const console = useAdminIdentity();
  const { part = TABS[0] } = useParams();
  const [query] = useSearchParams();
  const tab = TABS.find((one) => one === part);
  const room = useRoom(tab === 'peringkat' ? RANKED_OVER : undefined);
  const place = usePlaceName(room);
  usePageTitle(tab ? `${t(`room.tab.${tab}`)} · ${t('nav.overview')}` : t('nav.overview'), console.label);
  if (!tab)
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('page.notFoundHint')}
      </NotFoundState>
    );
  const Part = PARTS[tab];
  return (
    <div className="stack stack-3 room">
      <div className="room-head">
        <div>
          <h1>{t('nav.overview')}</h1>
          <p className="caption">
            <About tab={tab} room={room} place={place} />
          </p>
        </div>
        <div className="row row--tight no-print">
          <CopyLink to={lasting(tab, query, room.period)} />
          <Button size="small" icon={printIcon} onClick={() => window.print()}>
            {t('room.print')}
          </Button>
        </div>
      </div>
      <TabLinks
        className="no-print"
        label={t('room.parts')}
        tabs={TABS.map((one) => ({ id: one, href: tabAddress(one, query), label: t(`room.tab.${one}`) }))}
        current={tab}
      />
      {!(WITHOUT_PERIOD.includes(tab) && WITHOUT_PLACE.includes(tab)) && (
        <Filters label={t('room.filters')}>
          {!WITHOUT_PERIOD.includes(tab) && <PeriodControl room={room} compares={isCompared(tab)} />}
          {!WITHOUT_PLACE.includes(tab) && <PlaceControl room={room} name={place} />}
        </Filters>
      )}
      {room.isOutsider && <p className="caption">{t('room.keptBackNote')}</p>}
      <Suspense fallback={<SkeletonBlock label={t('page.loading')} count={3} />}>
        <Part key={tab} room={room} />
      </Suspense>
    </div>
  );
}

/** The address of a part for somebody who opens it later: "this month" is then another one, its days are not. */
function lasting(tab: Tab, query: URLSearchParams, { from, to }: Period): string {
  const pinned = new URLSearchParams(query);
  if (!WITHOUT_PERIOD.includes(tab)) {
    pinned.delete('periode');
    pinned.set('dari', from);
    pinned.set('sampai', to);
  }
  const text = pinned.toString();
  return `/situasi/${tab}${text && `?${text}`}`;
}

/** What is counted, in a line that also stands on paper: days, comparison, place. */
function About({ tab, room, place }: TabProps & { tab: Tab; place: string | null }) {
  const t = useText();
  const days = useDays();
  const { period, before, comparesLater, today, regionCode, organisationId } = room;
  const where = WITHOUT_PLACE.includes(tab)
    ? t('room.wholeCountry')
    : (place ?? (regionCode || organisationId || t('room.wholeCountry')));
  if (WITHOUT_PERIOD.includes(tab)) return <>{where}</>;
  return (
    <>
      {where} · {t('room.receivedIn', { days: days(untilToday(period, today)) })}
      {before && isCompared(tab) && ` · ${t('room.comparedWith', { days: days(before) })}`}
      {comparesLater && isCompared(tab) && ` · ${t('room.comparesLater')}`}
    </>
  );
}

/** "1 – 22 November 2026". */
function useDays(): (period: Period) => string {
  const dates = useDates();
  return ({ from, to }) =>
    from === to ? dates.day(from, 'date') : `${dates.day(from, 'date')} – ${dates.day(to, 'date')}`;
}
