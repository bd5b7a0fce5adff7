import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Anchor, Button, Checkbox, Dialog, ErrorState, Notice, Skeleton } from '@lapor/ui';
import { formatMoment } from '@lapor/wording';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import { ChangeFaultNotice } from './change-fault.tsx';
import {
  NotificationSettingsDocument,
  SetNotificationSettingsDocument,
} from './notification-settings.graphql.ts';
import { useReportPage } from './report-page-context.ts';
import type { ChangeFault } from './use-change.ts';

/** Which mails come about this report, and which come in any case. */
export function NotificationSettings({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open={open} title={t('report.news')} onClose={onClose}>
      <Settings onClose={onClose} />
    </Dialog>
  );
}

function Settings({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { reportId } = useReportPage();
  const [{ data, error, fetching }, again] = useQuery({
    query: NotificationSettingsDocument,
    variables: { reportId },
    requestPolicy: 'network-only',
  });
  if (!data && error && !fetching) {
    return (
      <ErrorState
        title={t('report.newsFailed')}
        retryLabel={t('common.retry')}
        onRetry={() => again({ requestPolicy: 'network-only' })}
      >
        {t('common.checkNetwork')}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton label={t('common.loading')} lines={3} />;
  const { notificationSettings: settings, reportMessages } = data;
  if (!settings) return <ChangeFaultNotice fault={{ kind: 'CLOSED' }} />;
  return (
    <>
      {settings.canBeReached ? <Choice wantsNews={settings.wantsNews} onClose={onClose} /> : <Unreachable />}
      {reportMessages && reportMessages.length > 0 && <Told messages={reportMessages} />}
    </>
  );
}

/** What was sent or waits, newest first, and what became of it. */
function Told({
  messages,
}: {
  messages: NonNullable<ResultOf<typeof NotificationSettingsDocument>['reportMessages']>;
}) {
  const t = useT();
  const words = useReportWords();
  const { timeZone } = useReportPage();
  return (
    <section aria-labelledby="told">
      <h3 id="told">{t('report.told')}</h3>
      <ul>
        {messages.map(({ id, template, way, state, at, waitsFor, waitsUntil }) => (
          <li key={id}>
            {t(aboutOf(template))}
            <span className="caption block">
              {way && `${t(`report.toldBy.${way}`)} `}
              {t(`report.toldState.${state}`)} · {formatMoment(words, at, timeZone, 'day')}
            </span>
            {waitsFor && (
              <span className="caption block">
                {t(`report.toldWaitsFor.${waitsFor}`, {
                  until: waitsUntil ? formatMoment(words, waitsUntil, timeZone, 'day') : '',
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a message was about, by its template. */
const ABOUT = [
  'REPORT_RECEIVED',
  'REPORT_ROUTED',
  'REPORT_ANSWERED',
  'REPORT_COMPLETED',
  'REPORT_ASKS_FOR_DATA',
  'REPORT_ASKS_FOR_INFORMATION',
  'REPORT_ARCHIVED',
  'REPORT_CLOSING_SOON',
  'REPORT_IDENTITY_READ',
  'REPORT_WITHHELD',
  'REPORT_REDACTED',
  'REPORT_FILE_SEALED',
  'REPORT_LINKED',
  'MASTER_ANSWERED',
  'MASTER_ENDED',
  'REPORT_MESSAGE',
  'ACCESS_CODE_RENEWED',
  'ACCESS_CODE_LOST',
] as const;

function aboutOf(template: string) {
  const name = template.toUpperCase().replaceAll('-', '_');
  return `report.toldAbout.${ABOUT.find((known) => known === name) ?? 'OTHER'}` as const;
}

/** Nothing was left to write to: no mail comes whatever is chosen. */
function Unreachable() {
  const t = useT();
  return (
    <>
      <p>{t('report.newsUnreachable')}</p>
      <p>
        {t('report.newsByAccount')} <Anchor href="/akun">{t('shell.myReports')}</Anchor>
      </p>
    </>
  );
}

function Choice({ wantsNews, onClose }: { wantsNews: boolean; onClose: () => void }) {
  const t = useT();
  const { reportId } = useReportPage();
  const [{ fetching }, run] = useMutation(SetNotificationSettingsDocument);
  const [wanted, setWanted] = useState(wantsNews);
  const [saved, setSaved] = useState(false);
  const [fault, setFault] = useState<ChangeFault | null>(null);

  async function save() {
    setFault(null);
    const { data } = await run({ input: { reportId, wantsNews: wanted } });
    const done = data?.result.__typename === 'ReportChanged';
    setSaved(done);
    if (!done) setFault({ kind: data ? 'CLOSED' : 'UNREACHABLE' });
  }

  return (
    <>
      <ChangeFaultNotice fault={fault} />
      {saved && (
        <Notice tone="success" role="status">
          <p>{t(wanted ? 'report.newsOn' : 'report.newsOff')}</p>
        </Notice>
      )}
      <Checkbox
        label={t('report.newsWanted')}
        checked={wanted}
        onChange={(event) => {
          setSaved(false);
          setWanted(event.currentTarget.checked);
        }}
      />
      <p className="caption">{t('report.newsAlways')}</p>
      <p className="dialog__actions">
        <Button busy={fetching} onClick={() => void save()}>
          {t('account.save')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      </p>
    </>
  );
}
