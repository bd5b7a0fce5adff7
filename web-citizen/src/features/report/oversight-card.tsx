import { Button, Card, Icon, ombudsmanIcon } from '@lapor/ui';
import { formatDay, formatDayOf } from '@lapor/wording';
import { useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import { ReportOversightDocument, RequestOversightDocument } from './oversight.graphql.ts';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import type { ChangeFault } from './use-change.ts';

type Oversight = NonNullable<NonNullable<ResultOf<typeof ReportOversightDocument>['report']>['oversight']>;

/** For the reporter: what the Ombudsman does, in words; or the way to ask for it, once something is late. */
export function OversightCard() {
  const { number, viewerIsReporter } = useReportPage();
  const [{ data }, ask] = useQuery({
    query: ReportOversightDocument,
    variables: { number },
    pause: !viewerIsReporter,
    requestPolicy: 'cache-and-network',
  });
  const report = data?.report;
  if (!report) return null;
  if (report.oversight && report.oversight.state !== 'CLOSED')
    return <Running oversight={report.oversight} />;
  return (
    <>
      {report.oversight && <Running oversight={report.oversight} />}
      {report.viewerCanRequestOversight && <Request onDone={() => ask({ requestPolicy: 'network-only' })} />}
    </>
  );
}

function Running({ oversight }: { oversight: Oversight }) {
  const t = useT();
  const words = useReportWords();
  const { timeZone } = useReportPage();
  const { state, openedAt, openedBy, office, clarificationDueOn, isClarificationMissed } = oversight;
  return (
    <Card labelledBy="oversight">
      <div className="row row--nowrap row--top">
        <Icon of={ombudsmanIcon} size="large" />
        <div className="stack stack-2">
          <h2 id="oversight">{t('report.oversight.title')}</h2>
          <p>
            {t(`report.oversight.by.${openedBy}`, {
              office: office.name,
              day: formatDayOf(words, openedAt, timeZone),
            })}
          </p>
          <p>{t(`report.oversight.state.${state}`)}</p>
          {clarificationDueOn && (
            <p>
              {t(isClarificationMissed ? 'report.oversight.missed' : 'report.oversight.waits', {
                day: formatDay(words, clarificationDueOn),
              })}
            </p>
          )}
          {oversight.letterSentOn && (
            <p>{t('report.oversight.letter', { day: formatDay(words, oversight.letterSentOn) })}</p>
          )}
          {oversight.outcome && <p>{t(`report.oversight.outcome.${oversight.outcome}`)}</p>}
          {oversight.wordsForReporter.map((said) => (
            <p key={said} className="prewrap" lang="id">
              {said}
            </p>
          ))}
        </div>
      </div>
    </Card>
  );
}

function Request({ onDone }: { onDone: () => void }) {
  const t = useT();
  const { reportId, number } = useReportPage();
  const [{ fetching }, run] = useMutation(RequestOversightDocument);
  const requestKey = useRef(crypto.randomUUID());
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<ChangeFault | null>(null);

  async function send(reason: string): Promise<boolean> {
    setFault(null);
    const { data } = await run({ input: { reportId, reason, requestKey: requestKey.current } });
    const result = data?.result;
    if (!result) {
      setFault({ kind: 'UNREACHABLE' });
      return false;
    }
    requestKey.current = crypto.randomUUID();
    if (result.__typename === 'InvalidInput') {
      // The form knows its one field by the name that all forms of the page give it.
      setFault({ kind: 'INVALID', fields: result.fields.map(({ code }) => ({ path: 'input.text', code })) });
      return false;
    }
    // Opened meanwhile, or no longer late: the page says how it stands.
    onDone();
    return result.__typename === 'OversightChanged';
  }

  return (
    <Card labelledBy="oversight">
      <h2 id="oversight">{t('report.oversight.late')}</h2>
      <p>{t('report.oversight.lateText')}</p>
      {isOpen ? (
        <TextForm
          keep={`oversight-${number}`}
          label={t('report.oversight.reason')}
          hint={t('report.oversight.reasonHint')}
          send={t('report.oversight.send')}
          busy={fetching}
          fault={fault}
          onSend={send}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <p>
          <Button icon={ombudsmanIcon} onClick={() => setOpen(true)}>
            {t('report.oversight.ask')}
          </Button>
        </p>
      )}
    </Card>
  );
}
