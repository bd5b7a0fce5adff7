import { Dialog, Skeleton } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { LoadFailure } from '../../loading/load-failure.tsx';
import { useSteadyQuery } from '../../loading/use-steady-query.ts';
import { ToldMessagesDocument } from './told-messages.graphql.ts';

/** What became of messages to the reporter: by what they went and whether they arrived, never where to. */
export function ToldMessages({ reportId, onClose }: { reportId: string; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog open title={t('told.title')} onClose={onClose}>
      <Messages reportId={reportId} />
    </Dialog>
  );
}

function Messages({ reportId }: { reportId: string }) {
  const t = useText();
  const dates = useDates();
  const [{ data, error, fetching }, again] = useSteadyQuery({
    query: ToldMessagesDocument,
    variables: { reportId },
  });
  if (!data && error)
    return (
      <LoadFailure
        error={error}
        title={t('told.failed')}
        retrying={fetching}
        onRetry={() => again({ requestPolicy: 'network-only' })}
      />
    );
  if (!data) return <Skeleton label={t('page.loading')} lines={3} />;
  const messages = data.reportMessages;
  if (messages === null) return <p>{t('told.closed')}</p>;
  if (messages.length === 0) return <p>{t('told.none')}</p>;
  return (
    <div className="scroll-x">
      <table className="table table--tight">
        <thead>
          <tr>
            <th scope="col">{t('told.when')}</th>
            <th scope="col">{t('told.way')}</th>
            <th scope="col">{t('told.state')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map(({ id, way, state, at }) => (
            <tr key={id}>
              <td>{dates.moment(at, 'day')}</td>
              <td>{way ? t(`told.by.${way}`) : '–'}</td>
              <td>{t(`told.is.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
