import { Anchor } from '@lapor/ui';
import type { ResultOf } from '../graphql.ts';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import type { PostFields } from './officers.graphql.ts';

export type PostRow = ResultOf<typeof PostFields>;

/** Short name of where a post is held: the acronym, with its government when that is another one. */
export const placeName = ({ id, name, acronym, government }: PostRow['organisation']): string =>
  government.id === id || acronym === null
    ? name
    : `${acronym} ${government.name.replace(/^Pemerintah /, '')}`;

/** "Pejabat penghubung, DPUPR Kota Pariaman; menggantikan Azwar". */
export function PostWords({ post, linkTo }: { post: PostRow; linkTo?: (organisationId: string) => string }) {
  const t = useText();
  const place = placeName(post.organisation);
  return (
    <>
      {t(`role.${post.role}`)},{' '}
      {linkTo ? <Anchor href={linkTo(post.organisation.id)}>{place}</Anchor> : place}
      {post.onBehalfOf && (
        <span className="muted"> · {t('officers.onBehalfOf', { name: post.onBehalfOf.name ?? '–' })}</span>
      )}
    </>
  );
}

/** "sejak 1 November 2026, sampai 31 Desember 2026". */
export function PostDates({ post }: { post: Pick<PostRow, 'from' | 'until'> }) {
  const t = useText();
  const dates = useDates();
  return (
    <span className="caption">
      {post.until
        ? t('officers.fromUntil', {
            from: dates.day(post.from, 'date'),
            until: dates.day(post.until, 'date'),
          })
        : t('officers.since', { from: dates.day(post.from, 'date') })}
    </span>
  );
}
