import { useState } from 'react';
import { useClient } from 'urql';
import { accountData } from '@lapor/web-client';
import { Button, Card, Notice, downloadIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';
import { buildDataFile } from './data-file.ts';
import { fetchMyReports, fetchSealed } from './fetch-my-reports.ts';
import { saveFile } from './save-file.ts';

type Progress =
  { step: 'idle' } | { step: 'busy'; count: number } | { step: 'failed' } | { step: 'saved'; name: string };

/** All that is kept of a person, as one file that is put together on the device. */
export function DownloadCard() {
  const t = useT();
  const client = useClient();
  const { refresh } = useSession();
  const [progress, setProgress] = useState<Progress>({ step: 'idle' });

  async function download() {
    setProgress({ step: 'busy', count: 0 });
    const account = await accountData();
    if (!account.ok && account.code === 'SIGNED_OUT') return refresh();
    const reports = account.ok
      ? await fetchMyReports(client, (count) => setProgress({ step: 'busy', count }))
      : null;
    const sealed = reports && (await fetchSealed(client));
    if (!account.ok || !reports || !sealed) return setProgress({ step: 'failed' });
    const { name, text } = buildDataFile({
      account: account.value,
      reports: reports.map((report) => ({ ...report, identity: sealed.get(report.number) ?? null })),
      madeAt: new Date(),
      origin: location.origin,
    });
    saveFile(name, text, 'application/json');
    setProgress({ step: 'saved', name });
  }

  return (
    <Card labelledBy="download">
      <h2 id="download" className="h3">
        {t('account.download')}
      </h2>
      <p>{t('account.downloadText')}</p>
      {progress.step === 'failed' && (
        <Notice tone="danger" role="alert">
          <p>{t('account.downloadFailed')}</p>
        </Notice>
      )}
      <p>
        <Button icon={downloadIcon} busy={progress.step === 'busy'} onClick={() => void download()}>
          {t('account.downloadDo')}
        </Button>
      </p>
      <p className="caption" role="status">
        {progress.step === 'busy' && t('account.downloading', { count: progress.count })}
        {progress.step === 'saved' && t('account.downloaded', { name: progress.name })}
      </p>
      <p className="caption">{t('account.downloadCare')}</p>
    </Card>
  );
}
