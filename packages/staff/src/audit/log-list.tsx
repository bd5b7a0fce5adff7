import { Button, EmptyState, shieldIcon } from '@lapor/ui';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { PagedList } from '../loading/paged-list.tsx';
import type { Pages } from '../loading/use-pages.ts';

interface LogListProps<Node> {
  list: Pages<Node>;
  filtered: boolean;
  onClear: () => void;
  children: (entries: readonly Node[]) => ReactNode;
}

/** The entries of a log, with words for one that is empty. */
export function LogList<Node>({ list, filtered, onClear, children }: LogListProps<Node>) {
  const t = useText();
  return (
    <PagedList
      list={list}
      lines={8}
      failed={t('audit.failed')}
      shown={(count) => t('audit.shown', { count })}
      empty={
        <EmptyState
          icon={shieldIcon}
          title={t(filtered ? 'audit.noMatch' : 'audit.empty')}
          action={filtered && <Button onClick={onClear}>{t('filter.removeAll')}</Button>}
        >
          {t(filtered ? 'audit.noMatchHint' : 'audit.emptyHint')}
        </EmptyState>
      }
    >
      {children}
    </PagedList>
  );
}
