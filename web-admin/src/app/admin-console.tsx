import { ConsoleShell, FRAME_COUNTS_TO, ReportSearch, useFrame, useSession } from '@lapor/staff';
import {
  archivedIcon,
  calendarIcon,
  chartIcon,
  checkIcon,
  clockIcon,
  downloadIcon,
  fileIcon,
  hiddenIcon,
  infoIcon,
  keyIcon,
  listIcon,
  mailIcon,
  messageIcon,
  NotFoundState,
  organisationIcon,
  redactIcon,
  routeIcon,
  searchIcon,
  ombudsmanIcon,
  shieldIcon,
  stopIcon,
  starIcon,
  userIcon,
  usersIcon,
  useToast,
  type RailGroup,
} from '@lapor/ui';
import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { useQueueCount } from '../desk/use-queue-count.ts';
import { ConsoleKeys } from './console-keys.tsx';
import { NationFrameDocument } from './frame.graphql.ts';
import { useAdminIdentity } from './identity.ts';
import { useText } from './use-text.ts';

const AccountPage = lazy(async () => ({ default: (await import('@lapor/staff/account')).AccountPage }));
const DeskPage = lazy(async () => ({ default: (await import('../desk/desk-page.tsx')).DeskPage }));
const ChannelsRoute = lazy(async () => ({
  default: (await import('../channels/channels-route.tsx')).ChannelsRoute,
}));
const HealthPage = lazy(async () => ({ default: (await import('../health/health-page.tsx')).HealthPage }));
const KeysRoute = lazy(async () => ({ default: (await import('../keys/keys-route.tsx')).KeysRoute }));
const AgencySignInRoute = lazy(async () => ({
  default: (await import('../keys/agency-sign-in-route.tsx')).AgencySignInRoute,
}));
const CalendarPage = lazy(async () => ({
  default: (await import('../calendar/calendar-page.tsx')).CalendarPage,
}));
const PoliciesPage = lazy(async () => ({
  default: (await import('../policies/policies-page.tsx')).PoliciesPage,
}));
const LetterPage = lazy(async () => ({ default: (await import('@lapor/staff/letter')).LetterPage }));
const ReportPage = lazy(async () => ({ default: (await import('@lapor/staff/report')).ReportPage }));
const SituationPage = lazy(async () => ({
  default: (await import('../situation/situation-page.tsx')).SituationPage,
}));
const ReportsPage = lazy(async () => ({
  default: (await import('../reports/reports-page.tsx')).ReportsPage,
}));
const ImportsPage = lazy(async () => ({
  default: (await import('../imports/imports-page.tsx')).ImportsPage,
}));
const RetentionPage = lazy(async () => ({
  default: (await import('../retention/retention-page.tsx')).RetentionPage,
}));
const TemplatesPage = lazy(async () => ({ default: (await import('@lapor/staff/templates')).TemplatesPage }));
const AdoptionPage = lazy(async () => ({ default: (await import('@lapor/staff/adoption')).AdoptionPage }));
const CategoriesRoute = lazy(async () => ({
  default: (await import('../categories/categories-route.tsx')).CategoriesRoute,
}));
const HeldPage = lazy(async () => ({ default: (await import('@lapor/staff/moderating')).HeldPage }));
const JunkPage = lazy(async () => ({ default: (await import('@lapor/staff/moderating')).JunkPage }));
const ModerationPage = lazy(async () => ({
  default: (await import('@lapor/staff/moderating')).ModerationPage,
}));
const LogPage = lazy(async () => ({ default: (await import('@lapor/staff/audit')).LogPage }));
const MentionsPage = lazy(async () => ({ default: (await import('@lapor/staff/notes')).MentionsPage }));
const OfficerPage = lazy(async () => ({ default: (await import('@lapor/staff/officers')).OfficerPage }));
const OfficersPage = lazy(async () => ({ default: (await import('@lapor/staff/officers')).OfficersPage }));
const OversightPage = lazy(async () => ({ default: (await import('@lapor/staff/oversight')).OversightPage }));
const CasePage = lazy(async () => ({ default: (await import('@lapor/staff/oversight')).CasePage }));
const ProgrammesPage = lazy(async () => ({
  default: (await import('@lapor/staff/programmes')).ProgrammesPage,
}));
const ProgrammePage = lazy(async () => ({
  default: (await import('@lapor/staff/programmes')).ProgrammePage,
}));
const ReadinessPage = lazy(async () => ({ default: (await import('@lapor/staff/readiness')).ReadinessPage }));
const WarningsPage = lazy(async () => ({ default: (await import('@lapor/staff/warnings')).WarningsPage }));
const StoodInPage = lazy(async () => ({ default: (await import('@lapor/staff/standing-in')).StoodInPage }));
const TreePage = lazy(async () => ({ default: (await import('@lapor/staff/tree')).TreePage }));
const UnitsFilePage = lazy(async () => ({ default: (await import('@lapor/staff/tree')).UnitsFilePage }));

/** The national console: verification, what happens in the country, the organisations. */
export function AdminConsole() {
  const t = useText();
  const console = useAdminIdentity();
  const toast = useToast();
  const go = useNavigate();
  const { pathname } = useLocation();
  const { workplace } = useSession();
  const verifies = workplace.roles.includes('NATIONAL_ADMIN');
  const readsReadiness =
    verifies || workplace.roles.some((role) => role === 'OMBUDSMAN' || role === 'KSP_MONITOR');
  const readsProgrammes = verifies || workplace.roles.includes('KSP_MONITOR');
  const frame = useFrame({
    query: NationFrameDocument,
    variables: { first: FRAME_COUNTS_TO, verifies },
    topic: verifies ? 'desk:national' : null,
  });
  const waiting = useQueueCount(frame, verifies);
  const home = verifies
    ? { href: '/verifikasi', label: t('nav.desk') }
    : { href: '/situasi', label: t('nav.overview') };
  const at = (href: string) => pathname === href || pathname.startsWith(`${href}/`);

  const groups: RailGroup[] = [
    {
      title: t('nav.watch'),
      links: [
        { href: '/situasi', label: t('nav.overview'), icon: chartIcon, current: at('/situasi') },
        ...(readsReadiness
          ? [
              {
                href: '/pengawasan',
                label: t('oversight.title'),
                icon: ombudsmanIcon,
                current: at('/pengawasan'),
              },
            ]
          : []),
        ...(readsProgrammes
          ? [
              {
                href: '/prioritas',
                label: t('programmes.title'),
                icon: starIcon,
                current: at('/prioritas'),
              },
            ]
          : []),
        { href: '/adopsi', label: t('adoption.title'), icon: usersIcon, current: at('/adopsi') },
        ...(readsReadiness
          ? [{ href: '/kesiapan', label: t('readiness.title'), icon: checkIcon, current: at('/kesiapan') }]
          : []),
      ],
    },
    {
      title: t('nav.manage'),
      links: [
        {
          href: '/organisasi',
          label: t('nav.organisations'),
          icon: organisationIcon,
          current: at('/organisasi'),
        },
        ...(verifies
          ? [{ href: '/petugas', label: t('officers.title'), icon: userIcon, current: at('/petugas') }]
          : []),
        { href: '/kategori', label: t('routes.title'), icon: routeIcon, current: at('/kategori') },
        ...(verifies
          ? [
              { href: '/kalender', label: t('nav.calendar'), icon: calendarIcon, current: at('/kalender') },
              { href: '/kebijakan', label: t('nav.policies'), icon: clockIcon, current: at('/kebijakan') },
              { href: '/pola', label: t('templates.title'), icon: fileIcon, current: at('/pola') },
              {
                href: '/masa-simpan',
                label: t('retention.title'),
                icon: archivedIcon,
                current: at('/masa-simpan'),
              },
              {
                href: '/data-acuan',
                label: t('imports.title'),
                icon: downloadIcon,
                current: at('/data-acuan'),
              },
              { href: '/log', label: t('audit.title'), icon: shieldIcon, current: at('/log') },
              {
                href: '/moderasi',
                label: t('moderation.title'),
                icon: redactIcon,
                current: at('/moderasi'),
              },
              { href: '/kesehatan', label: t('health.title'), icon: infoIcon, current: at('/kesehatan') },
            ]
          : []),
        ...(verifies || workplace.roles.includes('ANALYST')
          ? [{ href: '/kunci', label: t('keys.title'), icon: keyIcon, current: at('/kunci') }]
          : []),
        // A page of the gateway, outside this application.
        ...(workplace.roles.includes('ANALYST')
          ? [{ href: `${window.location.origin}/analis/`, label: t('nav.analysts'), icon: searchIcon }]
          : []),
      ],
    },
  ];
  if (verifies) {
    groups.unshift({
      title: t('nav.work'),
      links: [
        {
          href: '/verifikasi',
          label: t('nav.desk'),
          icon: listIcon,
          current: at('/verifikasi'),
          count: waiting === undefined ? undefined : { value: waiting },
        },
        { href: '/peringatan', label: t('warnings.title'), icon: clockIcon, current: at('/peringatan') },
        { href: '/sampah', label: t('junk.title'), icon: stopIcon, current: at('/sampah') },
        { href: '/ditahan', label: t('held.title'), icon: hiddenIcon, current: at('/ditahan') },
        { href: '/pengganti', label: t('standIn.title'), icon: mailIcon, current: at('/pengganti') },
        { href: '/kanal/pesan', label: t('nav.channels'), icon: messageIcon, current: at('/kanal') },
      ],
    });
  }

  return (
    <ConsoleShell
      console={console}
      frame={frame}
      nav={{ label: t('nav.label'), groups }}
      search={
        <ReportSearch
          shortcut
          value=""
          placeholder={t('search.placeholder')}
          onNumber={(number) => void go(`/laporan/${number}`)}
          onWords={(words) => {
            if (words) toast({ text: t('search.numberNeeded') });
          }}
        />
      }
      // The page of messages tells its keys itself.
      foot={at('/kanal/pesan') ? undefined : <ConsoleKeys pathname={pathname} verifies={verifies} />}
    >
      <div className="only-below-desk page-search">
        <ReportSearch
          value=""
          placeholder={t('search.placeholder')}
          onNumber={(number) => void go(`/laporan/${number}`)}
          onWords={(words) => {
            if (words) toast({ text: t('search.numberNeeded') });
          }}
        />
      </div>
      <Routes>
        <Route index element={<Navigate replace to={home.href} />} />
        {verifies && <Route path="/verifikasi/:number?" element={<DeskPage waiting={waiting} />} />}
        {verifies && (
          <Route path="/pengganti" element={<StoodInPage consoleLabel={console.label} national />} />
        )}
        {verifies && <Route path="/sampah" element={<JunkPage consoleLabel={console.label} />} />}
        {verifies && <Route path="/ditahan" element={<HeldPage consoleLabel={console.label} />} />}
        <Route path="/moderasi" element={<ModerationPage consoleLabel={console.label} />} />
        {verifies && (
          <Route path="/peringatan" element={<WarningsPage consoleLabel={console.label} national />} />
        )}
        <Route path="/laporan/:number" element={<ReportPage consoleLabel={console.label} home={home} />} />
        <Route
          path="/laporan/:number/surat/:organisationId"
          element={<LetterPage consoleLabel={console.label} />}
        />
        <Route path="/situasi/:part?" element={<SituationPage />} />
        <Route path="/laporan" element={<ReportsPage />} />
        <Route
          path="/organisasi/:id?"
          element={
            <TreePage
              consoleLabel={console.label}
              path="/organisasi"
              title={t('nav.organisations')}
              about={t('tree.nationalAbout')}
              national
            />
          }
        />
        <Route
          path="/organisasi/:id/berkas"
          element={<UnitsFilePage consoleLabel={console.label} path="/organisasi" />}
        />
        <Route path="/sebutan" element={<MentionsPage consoleLabel={console.label} />} />
        {verifies && (
          <Route path="/petugas" element={<OfficersPage consoleLabel={console.label} national />} />
        )}
        <Route
          path="/petugas/:id"
          element={<OfficerPage consoleLabel={console.label} treePath="/organisasi" national />}
        />
        {readsReadiness && (
          <Route
            path="/kesiapan/:id?"
            element={<ReadinessPage consoleLabel={console.label} treePath="/organisasi" national />}
          />
        )}
        {readsProgrammes && (
          <Route path="/prioritas" element={<ProgrammesPage consoleLabel={console.label} />} />
        )}
        <Route path="/prioritas/:id" element={<ProgrammePage consoleLabel={console.label} />} />
        {readsReadiness && (
          <Route path="/pengawasan" element={<OversightPage consoleLabel={console.label} />} />
        )}
        {readsReadiness && (
          <Route path="/pengawasan/:id" element={<CasePage consoleLabel={console.label} />} />
        )}
        <Route path="/adopsi" element={<AdoptionPage consoleLabel={console.label} />} />
        <Route path="/kategori" element={<CategoriesRoute />} />
        {verifies && <Route path="/pola" element={<TemplatesPage consoleLabel={console.label} national />} />}
        {verifies && <Route path="/masa-simpan" element={<RetentionPage />} />}
        {verifies && <Route path="/data-acuan" element={<ImportsPage />} />}
        {verifies && (
          <Route
            path="/log"
            element={<LogPage consoleLabel={console.label} treePath="/organisasi" national />}
          />
        )}
        {verifies && <Route path="/kanal/:part?/:id?" element={<ChannelsRoute />} />}
        {verifies && <Route path="/kesehatan" element={<HealthPage />} />}
        <Route path="/akun" element={<AccountPage consoleLabel={console.label} />} />
        {verifies && <Route path="/kalender" element={<CalendarPage />} />}
        {verifies && <Route path="/kebijakan" element={<PoliciesPage />} />}
        <Route path="/kunci" element={<KeysRoute />} />
        <Route path="/masuk-instansi/:organisationId" element={<AgencySignInRoute />} />
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
