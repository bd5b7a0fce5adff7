import type { ConsoleIdentity } from '@lapor/staff';
import { useMemo } from 'react';
import { useText } from './use-text.ts';

export function useAgencyIdentity(): ConsoleIdentity {
  const t = useText();
  return useMemo(
    () => ({
      name: 'agency',
      application: 'web-agency',
      label: t('console'),
      other: { label: t('console.national'), href: '/admin/' },
    }),
    [t],
  );
}
