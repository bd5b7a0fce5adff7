import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { FindOfficersDocument } from '../picking/officers.graphql.ts';
import { useSession } from '../session/session-context.ts';

/** Where nothing stands ready: who can write it, by name. */
export function WhoWrites() {
  const t = useText();
  const { id: withinId, name, government } = useSession().workplace.organisation;
  const [{ data }] = useQuery({
    query: FindOfficersDocument,
    variables: { filter: { withinId, roles: ['AGENCY_ADMIN'], states: ['ACTIVE'] }, first: 5 },
  });
  // Of the unit itself: an admin of a unit below writes for that unit alone.
  const names = data?.officers.edges
    .filter(({ node }) =>
      node.posts.some(({ role, organisation }) => role === 'AGENCY_ADMIN' && organisation.id === withinId),
    )
    .flatMap(({ node }) => node.name ?? []);
  if (!names) return t('templates.noneHereHint');
  return names.length > 0
    ? t('templates.writtenBy', { name, names: names.join(', ') })
    : t('templates.writtenAbove', { name, government: government.name });
}
