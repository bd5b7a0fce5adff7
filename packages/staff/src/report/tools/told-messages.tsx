import { Dialog, Notice, Skeleton } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
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
  const last = messages.find(({ state }) => state !== 'WAITING');
  return (
    <>
      {last && HAS_MISSED.has(last.state) && (
        <Notice tone="warning">
          <p>{t('told.lastMissed')}</p>
        </Notice>
      )}
      <table className="table table--tight">
        <thead>
          <tr>
            <th scope="col">{t('told.what')}</th>
            <th scope="col">{t('told.state')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map(({ id, template, way, state, at, waitsFor, waitsUntil }) => (
            <tr key={id}>
              <th scope="row">
                {t(aboutOf(template))}
                <span className="caption block">
                  {way && `${t(`told.by.${way}`)} · `}
                  {dates.moment(at, 'day')}
                </span>
              </th>
              <td>
                {t(`told.is.${state}`)}
                {waitsFor && (
                  <span className="caption block">
                    {t(`told.waitsFor.${waitsFor}`, {
                      until: waitsUntil ? dates.moment(waitsUntil, 'day') : '',
                    })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The reporter was not told. */
const HAS_MISSED: ReadonlySet<string> = new Set(['NOT_ARRIVED', 'NO_ADDRESS', 'FAILED']);

/** What a message was about, by its template; officers are not shown those about the reporter's own access. */
const ABOUT = [
  'REPORT_RECEIVED',
  'REPORT_ROUTED',
  'REPORT_ANSWERED',
  'REPORT_COMPLETED',
  'REPORT_ASKS_FOR_DATA',
  'REPORT_ASKS_FOR_INFORMATION',
  'REPORT_ARCHIVED',
  'REPORT_CLOSING_SOON',
  'REPORT_WITHHELD',
  'REPORT_REDACTED',
  'REPORT_FILE_SEALED',
  'REPORT_LINKED',
  'MASTER_ANSWERED',
  'MASTER_ENDED',
  'REPORT_MESSAGE',
] as const;

const aboutOf = (template: string): StaffMessageId => {
  const name = template.toUpperCase().replaceAll('-', '_');
  return `told.about.${ABOUT.find((known) => known === name) ?? 'OTHER'}`;
};
