import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface LoadMoreProps {
  /** "20 laporan ditampilkan"; announced when it changes. */
  shown: ReactNode;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
  children: ReactNode;
}

export function LoadMore({ shown, hasMore, busy, onMore, children }: LoadMoreProps) {
  return (
    <div className="load-more">
      <p className="caption" role="status">
        {shown}
      </p>
      {hasMore && (
        <Button busy={busy} onClick={onMore}>
          {children}
        </Button>
      )}
    </div>
  );
}
