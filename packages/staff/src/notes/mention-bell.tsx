import { Anchor, Badge, bellIcon, Icon } from '@lapor/ui';
import { useText } from '../language/use-text.ts';
import type { FirstSight } from '../loading/first-sight.ts';
import { usePart } from '../loading/use-part.ts';
import { FRAME_COUNTS_TO } from '../shell/use-frame.ts';
import type { ResultOf } from '../graphql.ts';
import { MentionCountDocument } from './notes.graphql.ts';

/** The way to the mentions, with how many are unread, as the frame knows. */
export function MentionBell({ frame }: { frame: FirstSight<ResultOf<typeof MentionCountDocument>> }) {
  const t = useText();
  const [{ data }] = usePart({
    query: MentionCountDocument,
    variables: { first: FRAME_COUNTS_TO },
    sight: frame,
  });
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
