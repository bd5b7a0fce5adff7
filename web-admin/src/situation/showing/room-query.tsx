import { LoadFailure, StaleNotice, useSteadyQuery } from '@lapor/staff';
import { EmptyState, Notice, SkeletonBlock, chartIcon } from '@lapor/ui';
import type { ReactNode } from 'react';
import type { AnyVariables, CombinedError, TypedDocumentNode } from 'urql';
import { useText } from '../words.ts';

interface RoomQueryProps<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  children: (data: Data) => ReactNode;
}

/** A question that no table answers: the server says so with this code. */
const isUnsupported = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT');

/** Whether a table of the answer says that some reports are not in it yet. */
const isRecounting = (data: object): boolean =>
  Object.values(data).some(
    (table: unknown) =>
      typeof table === 'object' && table !== null && 'isComplete' in table && table.isComplete === false,
  );

/** The one question of a tab in all its states: on its way, failed, not counted like that, out of date, there. */
export function RoomQuery<Data, Variables extends AnyVariables>({
  query,
  variables,
  children,
}: RoomQueryProps<Data, Variables>) {
  const t = useText();
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery<Data, Variables>({
    query,
    variables,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useSteadyQuery<Data, Variables>>[0]);
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!data && error && isUnsupported(error))
    return (
      <EmptyState icon={chartIcon} title={t('room.unsupported')}>
        {t('room.unsupportedHint')}
      </EmptyState>
    );
  if (!data && error)
    return <LoadFailure error={error} title={t('room.failed')} retrying={fetching} onRetry={again} />;
  if (!data) return <SkeletonBlock label={t('page.loading')} count={3} />;
  return (
    <>
      <StaleNotice error={error} onRetry={again} />
      <p className="room-state" role="status">
        {stale || fetching ? `${t('room.refreshing')} …` : ''}
      </p>
      {isRecounting(data as object) && (
        <Notice tone="warning" title={t('room.recounting')}>
          <p>{t('room.recountingHint')}</p>
        </Notice>
      )}
      <div aria-busy={stale || fetching}>{children(data)}</div>
    </>
  );
}
