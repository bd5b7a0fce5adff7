import '@lapor/ui/index.css';
import '@lapor/staff/staff.css';
import { startConsole } from '@lapor/staff';
import { lazy } from 'react';
import { AgencyConsole } from './app/agency-console.tsx';
import { useAgencyIdentity } from './app/identity.ts';
import indonesian from './locales/id.json';

const HandOverPage = lazy(async () => ({
  default: (await import('./hand-over/hand-over-page.tsx')).HandOverPage,
}));

startConsole({
  useIdentity: useAgencyIdentity,
  application: 'web-agency',
  basename: '/instansi',
  roles: ['AGENCY_ADMIN', 'LIAISON_OFFICER', 'AGENCY_HEAD'],
  catalogues: { id: indonesian, en: () => import('./locales/en.json') },
  // The link that the head of an organisation gets which nobody staffs yet.
  openPages: { '/serah-terima': <HandOverPage /> },
  children: <AgencyConsole />,
});
