import { Anchor, Badge, bellIcon, Icon } from '@lapor/ui';
import { useEffect, useMemo } from 'react';
import { useText } from '../language/use-text.ts';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { MentionCountDocument } from './notes.graphql.ts';

/** More are "20+": the page tells the rest. */
const MOST = 20;
const EVERY_MS = 60_000;

/** The way to the mentions, with how many are unread; asked again once a minute while the tab is seen. */
export function MentionBell() {
  const t = useText();
  const [{ data }, ask] = useSteadyQuery({
    query: MentionCountDocument,
    variables: { first: MOST },
    context: useMemo(() => ({ additionalTypenames: ['MentionsRead', 'NoteAdded'] }), []),
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  const count = data?.mentions.edges.length ?? 0;
  const words = `${count}${data?.mentions.pageInfo.hasNextPage ? '+' : ''}`;
  return (
    <Anchor
      className="icon-btn bell"
      href="/sebutan"
      aria-label={count > 0 ? t('mentions.unread', { count: words }) : t('mentions.title')}
    >
      <Icon of={bellIcon} />
      {count > 0 && <Badge tone="due">{words}</Badge>}
    </Anchor>
  );
}
