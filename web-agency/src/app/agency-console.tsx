import { ConsoleShell, ReportSearch, useSession } from '@lapor/staff';
import { NotFoundState } from '@lapor/ui';
import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useApprovalCount } from '../approval/use-approval-count.ts';
import { bucketOf, hrefOf, slugOf, type Bucket } from '../inbox/buckets.ts';
import { FirstBox } from '../inbox/first-box.tsx';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { canonicalHref } from '../inbox/inbox-filter.ts';
import { useInboxCounters } from '../inbox/use-inbox-counters.ts';
import { useOverseenCount } from '../inbox/use-overseen-count.ts';
import { ConsoleKeys } from './console-keys.tsx';
import { useAgencyIdentity } from './identity.ts';
import { useAgencyFrame } from './use-agency-frame.ts';
import { useRail } from './use-rail.ts';
import { useText } from './use-text.ts';

const AccountPage = lazy(async () => ({ default: (await import('@lapor/staff/account')).AccountPage }));
const ApprovalPage = lazy(async () => ({ default: (await import('@lapor/staff/approval')).ApprovalPage }));
const AgencySignInPage = lazy(async () => ({
  default: (await import('@lapor/staff/agency-sign-in')).AgencySignInPage,
}));
const WebhooksSection = lazy(async () => ({
  default: (await import('@lapor/staff/webhooks')).WebhooksSection,
}));
const KeysPage = lazy(async () => ({ default: (await import('@lapor/staff/keys')).KeysPage }));
const CategoryMapPage = lazy(async () => ({
  default: (await import('@lapor/staff/routing')).CategoryMapPage,
}));
const LogPage = lazy(async () => ({ default: (await import('@lapor/staff/audit')).LogPage }));
const OfficerPage = lazy(async () => ({ default: (await import('@lapor/staff/officers')).OfficerPage }));
const OfficersPage = lazy(async () => ({ default: (await import('@lapor/staff/officers')).OfficersPage }));
const MentionsPage = lazy(async () => ({ default: (await import('@lapor/staff/notes')).MentionsPage }));
const TemplatesPage = lazy(async () => ({ default: (await import('@lapor/staff/templates')).TemplatesPage }));
const FieldWorkPage = lazy(async () => ({
  default: (await import('../work-order/field-work-page.tsx')).FieldWorkPage,
}));
const FieldOrderPage = lazy(async () => ({
  default: (await import('../work-order/field-order-page.tsx')).FieldOrderPage,
}));
const ReadinessPage = lazy(async () => ({ default: (await import('@lapor/staff/readiness')).ReadinessPage }));
const StoodInPage = lazy(async () => ({ default: (await import('@lapor/staff/standing-in')).StoodInPage }));
const TreePage = lazy(async () => ({ default: (await import('@lapor/staff/tree')).TreePage }));
const UnitsFilePage = lazy(async () => ({ default: (await import('@lapor/staff/tree')).UnitsFilePage }));
const LetterPage = lazy(async () => ({ default: (await import('@lapor/staff/letter')).LetterPage }));
const CasePage = lazy(async () => ({ default: (await import('@lapor/staff/oversight')).CasePage }));
const OversightPage = lazy(async () => ({ default: (await import('@lapor/staff/oversight')).OversightPage }));
const WarningsPage = lazy(async () => ({ default: (await import('@lapor/staff/warnings')).WarningsPage }));
const CounterPage = lazy(async () => ({
  default: (await import('../counter/counter-page.tsx')).CounterPage,
}));
const UnitViewPage = lazy(async () => ({
  default: (await import('../unit-view/unit-view-page.tsx')).UnitViewPage,
}));
const ReportPage = lazy(async () => ({ default: (await import('@lapor/staff/report')).ReportPage }));

const FIRST: Bucket = 'WAITING_FOR_US';

/** The officers' console: boxes of reports by deadline, and one report with everything at hand. */
export function AgencyConsole() {
  const t = useText();
  const console = useAgencyIdentity();
  const { workplace } = useSession();
  const go = useNavigate();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  const asked = useAgencyFrame();
  const { counters, filters, failed } = useInboxCounters(asked);
  const overseen = useOverseenCount(asked);
  const toApprove = useApprovalCount(asked);
  const bucket = bucketOf(pathname.split('/')[2] ?? '');
  // Lists of other pages have their own search.
  const words = bucket ? (query.get('cari') ?? '') : '';
  const search = (next: string) => {
    const narrowed = new URLSearchParams(bucket ? query : undefined);
    if (next) narrowed.set('cari', next);
    else narrowed.delete('cari');
    const text = narrowed.toString();
    // From a page that is no box all of them are searched.
    void go(`${hrefOf(bucket ?? (next ? 'ALL' : FIRST))}${text && `?${text}`}`);
  };

  return (
    <ConsoleShell
      console={console}
      frame={asked.frame}
      nav={useRail({ counters, overseen, toApprove, filters, shown: canonicalHref(pathname, query) })}
      search={
        <ReportSearch
          shortcut
          value={words}
          placeholder={t('search.placeholder')}
          onNumber={(number) => void go(`/laporan/${number}`)}
          onWords={search}
        />
      }
      foot={<ConsoleKeys pathname={pathname} isBox={bucket !== null} />}
    >
      <Routes>
        <Route
          index
          element={
            workplace.roles.every((role) => role === 'FIELD_OFFICER') ? (
              <Navigate to="/tugas-lapangan" replace />
            ) : (
              <FirstBox counters={counters} failed={failed} />
            )
          }
        />
        <Route path="/kotak/:bucket" element={<InboxPage counters={counters} kept={filters} />} />
        <Route path="/catat" element={<CounterPage />} />
        <Route path="/kinerja/:id?" element={<UnitViewPage />} />
        <Route
          path="/laporan/:number"
          element={
            <ReportPage
              consoleLabel={console.label}
              home={{ href: `/kotak/${slugOf(FIRST)}`, label: t('bucket.WAITING_FOR_US') }}
              verifiesWithinId={workplace.organisation.id}
            />
          }
        />
        <Route
          path="/laporan/:number/surat/:organisationId"
          element={<LetterPage consoleLabel={console.label} />}
        />
        <Route
          path="/unit/:id?"
          element={
            <TreePage
              consoleLabel={console.label}
              path="/unit"
              title={t('tree.unitTitle')}
              about={t('tree.unitAbout')}
            />
          }
        />
        <Route
          path="/unit/:id/berkas"
          element={<UnitsFilePage consoleLabel={console.label} path="/unit" />}
        />
        <Route path="/sebutan" element={<MentionsPage consoleLabel={console.label} />} />
        <Route path="/pola" element={<TemplatesPage consoleLabel={console.label} />} />
        <Route path="/tugas-lapangan" element={<FieldWorkPage consoleLabel={console.label} />} />
        <Route path="/tugas-lapangan/:id" element={<FieldOrderPage consoleLabel={console.label} />} />
        <Route path="/petugas" element={<OfficersPage consoleLabel={console.label} />} />
        <Route path="/petugas/:id" element={<OfficerPage consoleLabel={console.label} treePath="/unit" />} />
        <Route
          path="/kesiapan/:id?"
          element={<ReadinessPage consoleLabel={console.label} treePath="/unit" />}
        />
        <Route path="/kategori" element={<CategoryMapPage consoleLabel={console.label} />} />
        <Route path="/pengganti" element={<StoodInPage consoleLabel={console.label} />} />
        <Route path="/persetujuan" element={<ApprovalPage consoleLabel={console.label} />} />
        <Route path="/peringatan" element={<WarningsPage consoleLabel={console.label} />} />
        <Route path="/pengawasan" element={<OversightPage consoleLabel={console.label} />} />
        <Route path="/pengawasan/:id" element={<CasePage consoleLabel={console.label} />} />
        <Route path="/log" element={<LogPage consoleLabel={console.label} treePath="/unit" />} />
        <Route path="/akun" element={<AccountPage consoleLabel={console.label} />} />
        <Route
          path="/kunci"
          element={
            <>
              <KeysPage consoleLabel={console.label} organisationId={workplace.organisation.id} />
              {workplace.roles.includes('AGENCY_ADMIN') && (
                <WebhooksSection organisationId={workplace.organisation.id} />
              )}
            </>
          }
        />
        <Route
          path="/masuk-instansi"
          element={
            <AgencySignInPage consoleLabel={console.label} organisationId={workplace.organisation.id} />
          }
        />
        <Route
          path="*"
          element={
            <NotFoundState page title={t('page.notFound')}>
              {t('page.notFoundHint')}
            </NotFoundState>
          }
        />
      </Routes>
    </ConsoleShell>
  );
}
