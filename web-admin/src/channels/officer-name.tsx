import { useQuery } from 'urql';
import { DeskOfficerDocument } from './officers.graphql.ts';
import { useText } from './words.ts';

/** A colleague by name. */
export function OfficerName({ id }: { id: string }) {
  const t = useText();
  const [{ data, fetching }] = useQuery({ query: DeskOfficerDocument, variables: { id } });
  return <>{data?.officer?.name ?? (fetching ? '…' : t('channels.colleague'))}</>;
}
