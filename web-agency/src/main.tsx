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
const WorkOrderPage = lazy(async () => ({
  default: (await import('./work-order/work-order-page.tsx')).WorkOrderPage,
}));

startConsole({
  useIdentity: useAgencyIdentity,
  application: 'web-agency',
  basename: '/instansi',
  roles: ['AGENCY_ADMIN', 'LIAISON_OFFICER', 'AGENCY_HEAD', 'FIELD_OFFICER'],
  catalogues: { id: indonesian, en: () => import('./locales/en.json') },
  // Secret links: to the head of an organisation that nobody staffs yet, and to whoever was sent into the field.
  openPages: { '/serah-terima': <HandOverPage />, '/tugas': <WorkOrderPage /> },
  children: <AgencyConsole />,
});
