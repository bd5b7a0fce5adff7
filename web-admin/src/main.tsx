import '@lapor/ui/index.css';
import '@lapor/staff/staff.css';
import './app/admin.css';
import { startConsole } from '@lapor/staff';
import { AdminConsole } from './app/admin-console.tsx';
import { useAdminIdentity } from './app/identity.ts';
import indonesian from './locales/id.json';

startConsole({
  useIdentity: useAdminIdentity,
  application: 'web-admin',
  basename: '/admin',
  roles: ['NATIONAL_ADMIN', 'KSP_MONITOR', 'OMBUDSMAN', 'ANALYST'],
  catalogues: { id: indonesian, en: () => import('./locales/en.json') },
  children: <AdminConsole />,
});
