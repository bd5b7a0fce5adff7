import { Skeleton } from '@lapor/ui';
import { Suspense, type ReactNode } from 'react';
import { useText } from '../language/use-text.ts';

/** While the code of a page is on its way. */
export function PageLoading({ children }: { children: ReactNode }) {
  const t = useText();
  return <Suspense fallback={<Skeleton label={t('page.loading')} title lines={6} />}>{children}</Suspense>;
}
