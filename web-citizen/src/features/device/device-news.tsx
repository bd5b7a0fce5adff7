import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { useLocation } from 'wouter';
import { Button, LinkButton, Notice, offlineIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { useEvent } from '../../components/use-event.ts';
import { hearNews } from '../file-report/background-send.ts';
import { listDrafts, openDraft } from '../file-report/draft-store.ts';
import { sendWaiting } from '../file-report/send-waiting.ts';
import { showSent, unseenTable, type SentReport } from '../file-report/sent-report.ts';
import { watchWorker } from './watch-worker.ts';

/**
 * What this device has to say, on every page: a report that was sent in the background, reports that wait, a new
 * version. Each opened page sends what waits; where the browser has no background this is the only way.
 */
export default function DeviceNews() {
  const t = useT();
  const client = useClient();
  const [path, navigate] = useLocation();
  const [unseen, setUnseen] = useState<readonly SentReport[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [takeOver, setTakeOver] = useState<(() => void) | null>(null);

  const read = useEvent(async () => {
    setUnseen(await unseenTable.readAll());
    setWaiting((await listDrafts()).filter(({ queuedAt }) => queuedAt).length);
  });
  const send = useEvent(async () => {
    await read();
    // The page of the form sends its own.
    const openKey = path.startsWith('/lapor') ? (openDraft()?.submissionKey ?? null) : null;
    await sendWaiting(client, openKey);
    await read();
  });

  useEffect(() => {
    const whenVisible = () => document.visibilityState === 'visible' && void send();
    void send();
    void watchWorker((change) => setTakeOver(() => change)).catch(() => undefined);
    window.addEventListener('online', whenVisible);
    document.addEventListener('visibilitychange', whenVisible);
    const stopHearing = hearNews(() => void read());
    return () => {
      window.removeEventListener('online', whenVisible);
      document.removeEventListener('visibilitychange', whenVisible);
      stopHearing();
    };
  }, [send, read]);
  useEffect(() => void read(), [path, read]);

  async function show(report: SentReport) {
    await showSent(report);
    navigate('/terkirim');
    await read();
  }

  // Where the list of drafts stands, and on the form, the same is said already.
  const saysWaiting = waiting > 0 && path !== '/' && !path.startsWith('/lapor');
  return (
    <section
      aria-label={t('device.news')}
      className={unseen.length > 0 || saysWaiting ? 'wrap news' : 'wrap'}
    >
      <div role="status" className="stack stack-3">
        {unseen.map((report) => (
          <Notice key={report.submissionKey} tone="success" title={t('device.sent')}>
            <p>“{report.title}”</p>
            <p>{t('device.sentText')}</p>
            <p>
              <Button size="small" onClick={() => void show(report)}>
                {t('device.showCode')}
                <span className="sr"> {report.title}</span>
              </Button>
            </p>
          </Notice>
        ))}
        {saysWaiting && (
          <Notice tone="warning" icon={offlineIcon} title={t('device.waiting', { count: waiting })}>
            <p>{t('device.waitingText')}</p>
            <p>
              <LinkButton size="small" variant="quiet" href="/">
                {t('device.seeDrafts')}
              </LinkButton>
            </p>
          </Notice>
        )}
      </div>
      {takeOver && (
        <div className="new-version" role="status">
          <p>
            <strong>{t('device.newVersion')}</strong> {t('device.newVersionText')}
          </p>
          <p className="row">
            <Button size="small" onClick={takeOver}>
              {t('device.load')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => setTakeOver(null)}>
              {t('device.later')}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}
