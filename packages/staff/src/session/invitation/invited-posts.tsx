import { Skeleton } from '@lapor/ui';
import type { Invitation } from '@lapor/web-client';
import { useQuery } from 'urql';
import { useText } from '../../language/use-text.ts';
import { roleText } from '../role-text.ts';
import { OrganisationNameDocument } from './invitation.graphql.ts';

type InvitedPost = Invitation['posts'][number];

/** What somebody is invited to be, and where. */
export function InvitedPosts({ posts }: { posts: readonly InvitedPost[] }) {
  return (
    <ul className="bullets">
      {posts.map((post) => (
        <li key={`${post.role} ${post.organisationId}`}>
          <PostLine {...post} />
        </li>
      ))}
    </ul>
  );
}

function PostLine({ role, organisationId }: InvitedPost) {
  const t = useText();
  const [{ data, fetching }] = useQuery({
    query: OrganisationNameDocument,
    variables: { id: organisationId },
  });
  const post = roleText(t, role);
  if (fetching && !data) return <Skeleton label={t('page.loading')} lines={1} />;
  const organisation = data?.organisation;
  // Without its name the post still says what one is invited to be.
  if (!organisation) return <>{post}</>;
  const government =
    organisation.government.id === organisation.id
      ? organisation.name
      : `${organisation.name}, ${organisation.government.name}`;
  return (
    <>
      <strong>{post}</strong>
      <span className="caption block">{government}</span>
    </>
  );
}
