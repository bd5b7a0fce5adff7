import { preparePartingMutation } from '@lapor/web-client';
import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { ReleaseLeaseDocument } from './live.graphql.ts';
import { noteOpen } from './open-leases.ts';

/**
 * Puts reports that are held ready, without being open, back into the queue when their holder goes: to another page, with the tab, or
 * by signing out. What is taken off the list before stays as it is.
 */
export function useGiveBack(reportIds: readonly string[]): void {
  const client = useClient();
  const list = reportIds.join(' ');
  const now = useRef(list);
  now.current = list;

  useEffect(() => {
    const ids = idsIn(list);
    const release = (reportId: string) =>
      client.mutation(ReleaseLeaseDocument, { input: { reportId } }).toPromise();
    const closings = ids.map((id) => noteOpen(id, () => release(id)));
    // A tab that closes runs nothing more: it is sent at once, and outlives the page.
    const partings: (() => void)[] = [];
    for (const reportId of ids)
      void preparePartingMutation(client, ReleaseLeaseDocument, { input: { reportId } }).then((send) =>
        partings.push(send),
      );
    const part = () => partings.forEach((send) => send());
    window.addEventListener('pagehide', part);
    return () => {
      closings.forEach((close) => close());
      window.removeEventListener('pagehide', part);
    };
  }, [client, list]);

  useEffect(
    () => () => {
      for (const reportId of idsIn(now.current))
        void client.mutation(ReleaseLeaseDocument, { input: { reportId } }).toPromise();
    },
    [client],
  );
}

const idsIn = (list: string): string[] => (list === '' ? [] : list.split(' '));
