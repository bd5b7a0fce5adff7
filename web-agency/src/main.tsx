import '@lapor/ui/index.css';
import '@lapor/staff/staff.css';
import { startConsole } from '@lapor/staff';
import { AgencyConsole } from './app/agency-console.tsx';
import { useAgencyIdentity } from './app/identity.ts';
import indonesian from './locales/id.json';

startConsole({
  useIdentity: useAgencyIdentity,
  application: 'web-agency',
  basename: '/instansi',
  roles: ['AGENCY_ADMIN', 'LIAISON_OFFICER', 'AGENCY_HEAD'],
  catalogues: { id: indonesian, en: () => import('./locales/en.json') },
  children: <AgencyConsole />,
});
