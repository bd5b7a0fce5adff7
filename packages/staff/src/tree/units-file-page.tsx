import {
  Anchor,
  backIcon,
  Button,
  downloadIcon,
  Icon,
  NotFoundState,
  Notice,
  Panel,
  Skeleton,
  useToast,
} from '@lapor/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { ChooseFile } from '../changing/csv-file/choose-file.tsx';
import { fitsRequest } from '../changing/csv-file/read-csv-file.ts';
import { useCheckedFile } from '../changing/csv-file/use-checked-file.ts';
import { saveFile } from '../csv/save-file.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { faultText } from '../loading/fault-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import {
  PreviewUnitsDocument,
  UnitsCsvDocument,
  UnitsFileDocument,
  type Preview,
} from './units-file.graphql.ts';
import { UnitsImport } from './units-import.tsx';
import { UnitsPreviewTable } from './units-preview.tsx';

interface UnitsFilePageProps {
  consoleLabel: string;
  /** Where organisations stand: "/organisasi" or "/unit". */
  path: string;
}

/** The units below an organisation as a file: fetch it, change it, see what it would do, then do it. */
export function UnitsFilePage({ consoleLabel, path }: UnitsFilePageProps) {
  const t = useText();
  const { id = '' } = useParams();
  usePageTitle(t('tree.csv.title'), consoleLabel);
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: UnitsFileDocument,
    variables: { id },
  });
  const organisation = data?.organisation;
  return (
    <>
      <nav aria-label={t('tree.csv.way')}>
        <Anchor href={`${path}/${id}`} className="row row--tight">
          <Icon of={backIcon} size="small" />
          {organisation?.name ?? t('tree.detail')}
        </Anchor>
      </nav>
      {fetching && !data && <Skeleton label={t('page.loading')} title lines={6} />}
      {error && !data && (
        <LoadFailure
          page
          error={error}
          title={t('tree.failed')}
          retrying={stale}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {data && !organisation?.viewerCanAddUnits && (
        <NotFoundState page title={t('tree.csv.notYours')}>
          {t('tree.csv.notYoursHint')}
        </NotFoundState>
      )}
      {organisation?.viewerCanAddUnits && (
        <>
          <div>
            <h1>{t('tree.csv.title')}</h1>
            <p className="caption">{t('tree.csv.about', { name: organisation.name })}</p>
          </div>
          <Download id={id} name={organisation.name} />
          <Upload key={id} id={id} />
        </>
      )}
    </>
  );
}

function Download({ id, name }: { id: string; name: string }) {
  const t = useText();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<StaffMessageId | null>(null);

  async function fetchFile() {
    setBusy(true);
    setFault(null);
    const { data, error } = await client
      .query(UnitsCsvDocument, { id }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    const csv = data?.organisation?.unitsCsv;
    if (csv == null) setFault(error ? faultText(error) : 'tree.csv.notYours');
    else saveFile(`unit-${id}.csv`, csv);
  }

  return (
    <Panel title={t('tree.csv.download')}>
      <div className="stack stack-2">
        <p>{t('tree.csv.downloadHint', { name })}</p>
        {fault && (
          <Notice tone="danger" role="alert">
            <p>{t(fault)}</p>
          </Notice>
        )}
        <p>
          <Button icon={downloadIcon} busy={busy} onClick={() => void fetchFile()}>
            {t('tree.csv.downloadButton')}
          </Button>
        </p>
      </div>
    </Panel>
  );
}

function Upload({ id }: { id: string }) {
  const t = useText();
  const client = useClient();
  const toast = useToast();
  const [oldPreview, setOldPreview] = useState(false);
  const file = useCheckedFile<Preview>({
    fits: fitsRequest,
    tooLarge: 'tree.csv.tooLarge',
    async check(csv) {
      const { data, error } = await client
        .query(
          PreviewUnitsDocument,
          { input: { organisationId: id, csv } },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      if (data?.previewUnits) return { preview: data.previewUnits };
      return { fault: error ? faultText(error) : 'tree.csv.notYours' };
    },
    onChoose: () => setOldPreview(false),
  });
  const { chosen, preview } = file;
  return (
    <>
      <Panel title={t('tree.csv.upload')}>
        <div className="stack stack-2">
          <p>{t('tree.csv.uploadHint')}</p>
          <ChooseFile file={file} />
          {oldPreview && (
            <Notice tone="warning" role="alert" title={t('tree.csv.stateChanged')}>
              <p>{t('tree.csv.stateChangedHint')}</p>
            </Notice>
          )}
        </div>
      </Panel>
      {chosen && preview && (
        <>
          <UnitsPreviewTable preview={preview} />
          {preview.faults.length === 0 && preview.changes.length > 0 && (
            <UnitsImport
              organisationId={id}
              csv={chosen.csv}
              preview={preview}
              onStateChanged={() => {
                setOldPreview(true);
                void file.again();
              }}
              onDone={({ created, changed }) => {
                toast({ text: t('tree.csv.imported', { created, changed }) });
                file.clear();
                setOldPreview(false);
              }}
            />
          )}
        </>
      )}
    </>
  );
}
