import {
  Anchor,
  backIcon,
  Button,
  Icon,
  mailIcon,
  NotFoundState,
  Notice,
  Panel,
  printIcon,
  Skeleton,
} from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useText } from '../../language/use-text.ts';
import { faultText } from '../../loading/fault-text.ts';
import { LoadFailure } from '../../loading/load-failure.tsx';
import { usePageTitle } from '../../shell/use-page-title.ts';
import { HandOverLetter } from './hand-over-letter.tsx';
import { LetterReportDocument, PrintHandOverLetterDocument, type Letter } from './handing-over.graphql.ts';

/**
 * A letter to the head of an organisation whom no mail reaches. It bears the secret link, so it is asked for by a
 * press, and the asking is noted.
 */
export function LetterPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  const { number = '', organisationId = '' } = useParams();
  usePageTitle(t('handOver.letter'), consoleLabel);
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: LetterReportDocument,
    variables: { number, organisationId },
  });
  const report = data?.report;
  return (
    <>
      <nav aria-label={t('handOver.way')} className="no-print">
        <Anchor href={`/laporan/${number}`} className="row row--tight">
          <Icon of={backIcon} size="small" />
          {formatReportNumber(number)}
        </Anchor>
      </nav>
      {fetching && !data && <Skeleton label={t('page.loading')} title lines={6} />}
      {error && !data && (
        <LoadFailure
          page
          error={error}
          title={t('handOver.letterFailed')}
          retrying={stale}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {data && !report?.viewerCanHandOver && (
        <NotFoundState page icon={mailIcon} title={t('handOver.noLetter')}>
          {t('handOver.noLetterHint')}
        </NotFoundState>
      )}
      {report?.viewerCanHandOver && (
        <Make
          reportId={report.id}
          organisationId={organisationId}
          name={data?.organisation?.name ?? organisationId}
        />
      )}
    </>
  );
}

function Make({
  reportId,
  organisationId,
  name,
}: {
  reportId: string;
  organisationId: string;
  name: string;
}) {
  const t = useText();
  const [{ fetching, error }, print] = useMutation(PrintHandOverLetterDocument);
  // Only as long as the page is open: the link opens the report to whoever has it.
  const [letter, setLetter] = useState<Letter | 'NONE' | null>(null);

  async function make() {
    const { data } = await print({ input: { reportId, organisationId } });
    if (!data) return;
    setLetter(data.result.__typename === 'HandOverLetter' ? data.result : 'NONE');
  }

  if (letter === 'NONE')
    return (
      <NotFoundState page icon={mailIcon} title={t('handOver.noLetter')}>
        {t('handOver.noLetterHint')}
      </NotFoundState>
    );
  if (letter)
    return (
      <>
        <div className="row row--between no-print">
          <h1>{t('handOver.letter')}</h1>
          <Button variant="primary" icon={printIcon} onClick={() => window.print()}>
            {t('handOver.print')}
          </Button>
        </div>
        <div className="no-print">
          <Notice tone="warning" title={t('handOver.secret')}>
            <p>{t('handOver.secretHint')}</p>
          </Notice>
        </div>
        <HandOverLetter letter={letter} />
      </>
    );
  return (
    <>
      <h1>{t('handOver.letter')}</h1>
      <Panel title={t('handOver.letterTo', { name })}>
        <div className="stack stack-3">
          <p>{t('handOver.letterAbout')}</p>
          {error && (
            <Notice tone="danger" role="alert">
              <p>{t(faultText(error))}</p>
            </Notice>
          )}
          <p>
            <Button variant="primary" icon={mailIcon} busy={fetching} onClick={() => void make()}>
              {t('handOver.make')}
            </Button>
          </p>
        </div>
      </Panel>
    </>
  );
}
