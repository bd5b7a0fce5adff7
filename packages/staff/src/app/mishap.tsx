import { ErrorState } from '@lapor/ui';
import { Component, type ReactNode } from 'react';
import { useText } from '../language/use-text.ts';

/** What is shown when a page breaks; drafts are on the device and survive the reload it offers. */
export class Mishap extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useText();
  return (
    <main className="gate" id="main" tabIndex={-1}>
      <ErrorState
        page
        title={t('mishap.title')}
        retryLabel={t('mishap.reload')}
        onRetry={() => location.reload()}
      >
        {t('mishap.text')}
      </ErrorState>
    </main>
  );
}
