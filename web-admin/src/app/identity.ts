import type { ConsoleIdentity } from '@lapor/staff';
import { useMemo } from 'react';
import { useText } from './use-text.ts';

export function useAdminIdentity(): ConsoleIdentity {
  const t = useText();
  return useMemo(
    () => ({
      name: 'admin',
      application: 'web-admin',
      label: t('console'),
      other: { label: t('console.agency'), href: '/instansi/' },
    }),
    [t],
  );
}
