import { NotFoundState, SkeletonBlock } from '@lapor/ui';
import { lazy, Suspense, type ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import { PARTS, type Part } from './channels-head.tsx';
import { useText } from './words.ts';
import './channels.css';

const PAGES: Record<Part, ComponentType> = {
  pesan: lazy(async () => ({ default: (await import('./messages/messages-page.tsx')).MessagesPage })),
  keadaan: lazy(async () => ({ default: (await import('./state/state-page.tsx')).StatePage })),
  templat: lazy(async () => ({ default: (await import('./previews/previews-page.tsx')).PreviewsPage })),
  webhook: lazy(async () => ({ default: (await import('./webhooks-route.tsx')).WebhooksRoute })),
  catatan: lazy(async () => ({ default: (await import('./log/log-page.tsx')).ActionsPage })),
};

/** `/kanal/:part`: what comes in and goes out beside the web. */
export function ChannelsRoute() {
  const t = useText();
  const { part } = useParams();
  if (part === undefined) return <Navigate replace to="/kanal/pesan" />;
  const known = PARTS.find((one) => one === part);
  if (!known)
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('page.notFoundHint')}
      </NotFoundState>
    );
  const Page = PAGES[known];
  return (
    <Suspense fallback={<SkeletonBlock label={t('page.loading')} count={3} />}>
      <Page />
    </Suspense>
  );
}
