import { Button, OptionRow, Panel, Tag } from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { FailureNotice } from '../../session/attempts/failure-notice.tsx';
import { useAttempt } from '../../session/attempts/use-attempt.ts';
import type { ActingPost } from '../../session/posts.ts';
import { useSession } from '../../session/session-context.ts';
import type { Account, OwnPost } from '../account.ts';

const ALL = 'ALL';
const keyOf = (post: ActingPost | null) => (post ? `${post.role} ${post.organisationId}` : ALL);
const actingOf = ({ role, organisation }: OwnPost): ActingPost => ({ role, organisationId: organisation.id });

/** Held twice, as one's own and for somebody else, it is one authority. */
function choicesOf(posts: readonly OwnPost[]): Map<string, OwnPost[]> {
  const choices = new Map<string, OwnPost[]>();
  for (const post of posts) {
    const key = keyOf(actingOf(post));
    choices.set(key, [...(choices.get(key) ?? []), post]);
  }
  return choices;
}

/** What the officer is and where, since when and until when; and in which of it this session acts. */
export function PostsPanel({ account }: { account: Account }) {
  const t = useText();
  const { posts, comingPosts } = account;
  return (
    <Panel title={t('account.posts', { count: posts.length })}>
      {posts.length > 1 ? (
        <ActingChoice posts={posts} />
      ) : (
        posts.map((post) => <PostLine key={post.id} post={post} />)
      )}
      {comingPosts.length > 0 && (
        <section className="top-gap" aria-labelledby="coming-posts">
          <h3 className="h4" id="coming-posts">
            {t('account.comingPosts')}
          </h3>
          <ul className="entries">
            {comingPosts.map((post) => (
              <li className="entry" key={post.id}>
                <div>
                  <PostLine post={post} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}

/** All posts, or one alone: then nothing is done in the name of another by mistake. */
function ActingChoice({ posts }: { posts: readonly OwnPost[] }) {
  const t = useText();
  const { actingPost, actAs, servedRoles } = useSession();
  const present = keyOf(actingPost);
  const [chosen, setChosen] = useState(present);
  const { busy, failure, run } = useAttempt();
  const chosenPost = posts.find((post) => keyOf(actingOf(post)) === chosen);

  return (
    <form
      className="stack stack-3"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => actAs(chosenPost ? actingOf(chosenPost) : null));
      }}
    >
      <FailureNotice failure={failure} texts={{ NOT_FOUND: 'account.postGone' }} />
      <fieldset>
        <legend className="legend">{t('account.actAs')}</legend>
        <p className="hint">{t('account.actAsHint')}</p>
        <OptionRow
          name="acting-post"
          title={t('account.allPosts')}
          why={t('account.allPostsWhy')}
          checked={chosen === ALL}
          onChange={() => setChosen(ALL)}
        />
        {[...choicesOf(posts)].map(([key, same]) => (
          <OptionRow
            key={key}
            name="acting-post"
            title={same.map((post) => (
              <PostLine key={post.id} post={post} />
            ))}
            why={same.some(({ role }) => servedRoles.includes(role)) ? undefined : t('account.otherConsole')}
            checked={chosen === key}
            onChange={() => setChosen(key)}
          />
        ))}
      </fieldset>
      {chosen !== present && (
        <Button variant="primary" type="submit" busy={busy}>
          {t(chosen === ALL ? 'noPost.actInAll' : 'account.actNow')}
        </Button>
      )}
    </form>
  );
}

function PostLine({ post: { role, organisation, from, until, onBehalfOf } }: { post: OwnPost }) {
  const t = useText();
  const dates = useDates();
  const { name, government } = organisation;
  return (
    <span className="post-line">
      <span className="block">
        <strong>{t(`role.${role}`)}</strong>
        {onBehalfOf && (
          <>
            {' '}
            <Tag>{t('account.onBehalfOf', { name: onBehalfOf.name ?? t('account.officer') })}</Tag>
          </>
        )}
      </span>
      <span className="block">
        {government.id === organisation.id ? name : `${name}, ${government.name}`}
      </span>
      <span className="caption block">
        {until
          ? t('account.fromUntil', { from: dates.day(from, 'date'), until: dates.day(until, 'date') })
          : t('account.since', { from: dates.day(from, 'date') })}
      </span>
    </span>
  );
}
