import { ConsoleShell, ReportSearch, ShortcutList, useSession } from '@lapor/staff';
import { chartIcon, listIcon, NotFoundState, organisationIcon, useToast, type RailGroup } from '@lapor/ui';
import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { useQueueCount } from '../desk/use-queue-count.ts';
import { useAdminIdentity } from './identity.ts';
import { useText } from './use-text.ts';

const DeskPage = lazy(async () => ({ default: (await import('../desk/desk-page.tsx')).DeskPage }));
const ReportPage = lazy(async () => ({ default: (await import('@lapor/staff/report')).ReportPage }));
const OverviewPage = lazy(async () => ({
  default: (await import('../overview/overview-page.tsx')).OverviewPage,
}));
const OrganisationsPage = lazy(async () => ({
  default: (await import('../organisations/organisations-page.tsx')).OrganisationsPage,
}));

/** The national console: verification, what happens in the country, the organisations. */
export function AdminConsole() {
  const t = useText();
  const console = useAdminIdentity();
  const toast = useToast();
  const go = useNavigate();
  const { pathname } = useLocation();
  const { workplace } = useSession();
  const verifies = workplace.roles.includes('NATIONAL_ADMIN');
  const waiting = useQueueCount(!verifies);
  const home = verifies
    ? { href: '/verifikasi', label: t('nav.desk') }
    : { href: '/situasi', label: t('nav.overview') };
  const at = (href: string) => pathname === href || pathname.startsWith(`${href}/`);

  const groups: RailGroup[] = [
    {
      title: t('nav.watch'),
      links: [{ href: '/situasi', label: t('nav.overview'), icon: chartIcon, current: at('/situasi') }],
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
      ],
    });
  }

  return (
    <ConsoleShell
      console={console}
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
      foot={verifies && at('/verifikasi') ? <DeskShortcuts /> : undefined}
    >
      <div className="only-below-desk">
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
        <Route path="/laporan/:number" element={<ReportPage consoleLabel={console.label} home={home} />} />
        <Route path="/situasi" element={<OverviewPage />} />
        <Route path="/organisasi/:id?" element={<OrganisationsPage />} />
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

function DeskShortcuts() {
  const t = useText();
  return (
    <ShortcutList
      items={[
        [['Enter'], t('keys.send')],
        [['1', '–', '5'], t('keys.class')],
        [['K'], t('keys.category')],
        [['I'], t('keys.lead')],
        [['S'], t('keys.redact')],
        [['T'], t('keys.postpone')],
        [['A'], t('keys.archive')],
        [['L'], t('keys.skip')],
      ]}
    />
  );
}
