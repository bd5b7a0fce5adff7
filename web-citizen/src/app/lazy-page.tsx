import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorState, Skeleton } from '@lapor/ui';
import { loadMore, loadSoon } from './language.ts';
import { useT } from './language-provider.tsx';
import { Page } from './page.tsx';

type Module = { default: ComponentType };

interface LazyPageOptions {
  /** The page needs messages and styles that do not travel with the entry. */
  more?: boolean;
}

/**
 * A page whose code is fetched when it is first shown. On a bad network that can fail: it says so and tries again,
 * where a plain lazy component would leave an empty screen.
 */
export function lazyPage(load: () => Promise<Module>, { more = false }: LazyPageOptions = {}) {
  let loaded: ComponentType | null = null;
  const fetchPage = async () => {
    const [module] = await Promise.all([load(), more ? loadMore() : undefined]);
    loaded = module.default;
    return loaded;
  };

  function LazyPage() {
    const t = useT();
    const [state, setState] = useState<'loading' | 'failed' | 'ready'>(loaded ? 'ready' : 'loading');
    const start = () => {
      setState('loading');
      fetchPage().then(
        () => setState('ready'),
        () => setState('failed'),
      );
    };
    useEffect(() => {
      if (!loaded) start();
    }, []);
    if (loaded && state === 'ready') {
      const Loaded = loaded;
      return <Loaded />;
    }
    return (
      <Page title={t('common.loading')} narrow className="top-gap">
        {state === 'failed' ? (
          <ErrorState title={t('common.pageFailed')} retryLabel={t('common.retry')} onRetry={start} page>
            {t('common.checkNetwork')}
          </ErrorState>
        ) : (
          <Skeleton label={t('common.loading')} title lines={5} />
        )}
      </Page>
    );
  }
  return Object.assign(LazyPage, {
    /** Fetches the code ahead of time; a failure is met again, and shown, when the page is opened. */
    prefetch: () => void fetchPage().catch(() => undefined),
  });
}

/**
 * A part of a page that comes after it, or, on a bad network, not at all: until it is there `waiting` stands in its
 * place. Its words are those of the part `soon`.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  waiting: ReactNode = null,
) {
  let loaded: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const [, show] = useState(false);
    useEffect(() => {
      Promise.all([load(), loadSoon()]).then(
        ([part]) => {
          loaded = part.default;
          show(true);
        },
        () => undefined,
      );
    }, []);
    return loaded ? createElement(loaded, props) : waiting;
  };
}

/** Resolves when the first page is there and the device has nothing better to do. */
export const whenQuiet = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 3_000 });
    else setTimeout(resolve, 1_500);
  });
