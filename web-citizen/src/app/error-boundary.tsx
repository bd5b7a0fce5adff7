import { Component, type ReactNode } from 'react';
import { ErrorState } from '@lapor/ui';
import { useT } from './language-provider.tsx';
import { Page } from './page.tsx';

/** A fault of ours takes down one page, never the way out of it; going elsewhere (`path`) tries anew. */
export class ErrorBoundary extends Component<
  { path: string; children: ReactNode },
  { failedAt: string | null }
> {
  override state = { failedAt: null as string | null };

  override componentDidCatch() {
    this.setState({ failedAt: this.props.path });
  }

  override render() {
    return this.state.failedAt === this.props.path ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const t = useT();
  return (
    <Page title={t('common.pageFailed')} narrow className="top-gap">
      <ErrorState
        page
        title={t('common.pageFailed')}
        retryLabel={t('common.retry')}
        onRetry={() => location.reload()}
      >
        {t('common.ourFault')}
      </ErrorState>
    </Page>
  );
}
