import { useEffect } from 'react';
import { useClient } from 'urql';
import { MarkMentionsReadDocument } from './notes.graphql.ts';

/** Marked on this page already: a report is shown many times. */
const marked = new Set<string>();

/** Mentions of this officer that stand on the screen are read. */
export function useReadMentions(noteIds: readonly string[]) {
  const client = useClient();
  const key = noteIds.filter((id) => !marked.has(id)).join(' ');
  useEffect(() => {
    if (key === '') return;
    const ids = key.split(' ');
    for (const id of ids) marked.add(id);
    void client
      .mutation(MarkMentionsReadDocument, { input: { noteIds: ids } })
      .toPromise()
      .then(({ data }) => {
        // Tried again when the report is opened next.
        if (data?.result.__typename !== 'MentionsRead') for (const id of ids) marked.delete(id);
      });
  }, [client, key]);
}
