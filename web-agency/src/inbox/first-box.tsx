import { Skeleton } from '@lapor/ui';
import { useEffect } from 'react';
import { useHref, useNavigate } from 'react-router';
import { useText } from '../app/use-text.ts';
import { firstBucket, hrefOf } from './buckets.ts';
import type { Counters } from './use-inbox-counters.ts';

interface FirstBoxProps {
  counters: Counters | undefined;
  /** The counters could not be had: the day begins with all that is open. */
  failed: boolean;
}

/** Where the day begins: leads to the box that the counters point to, as soon as they are known. */
export function FirstBox({ counters, failed }: FirstBoxProps) {
  const t = useText();
  const go = useNavigate();
  const here = useHref('/');
  const box = counters ? firstBucket(counters) : failed ? 'OPEN' : null;
  useEffect(() => {
    // Somebody who has clicked elsewhere meanwhile is on the way there, though this page still stands while that one loads.
    const isElsewhere = window.location.pathname.replace(/\/$/, '') !== here.replace(/\/$/, '');
    if (box && !isElsewhere) void go(hrefOf(box), { replace: true });
  }, [box, go, here]);
  return <Skeleton label={t('inbox.loading')} title lines={8} />;
}
