import { Button, Card, Icon, ombudsmanIcon } from '@lapor/ui';
import { formatDay, formatDayOf } from '@lapor/wording';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { OversightFragment, RequestOversightDocument } from './oversight.graphql.ts';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import type { ChangeFault } from './use-change.ts';
import { useKeptText } from './use-kept-text.ts';

type Oversight = NonNullable<ResultOf<typeof OversightFragment>['oversight']>;

/** For the reporter: what the Ombudsman does, in words; or the way to ask for it, once something is late. */
export function OversightCard({ report: masked }: { report: FragmentOf<typeof OversightFragment> }) {
  const { oversight, viewerCanRequestOversight } = readFragment(OversightFragment, masked);
  return (
    <>
      {oversight && <Running oversight={oversight} />}
      {viewerCanRequestOversight && <Request />}
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

const whatHappens = [
  'report.oversight.then.reads',
  'report.oversight.then.asks',
  'report.oversight.then.tells',
] as const;

function Request() {
  const t = useT();
  const { reportId, number, changed, movedOn } = useReportPage();
  const [{ fetching }, run] = useMutation(RequestOversightDocument);
  const requestKey = useRef(crypto.randomUUID());
  const keep = `oversight-${number}`;
  const [begun] = useKeptText(keep);
  const [isOpen, setOpen] = useState(begun !== '');
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
    if (result.__typename === 'NotFound') {
      setFault({ kind: 'CLOSED' });
      return false;
    }
    if (result.__typename === 'OversightChanged') {
      changed();
      return true;
    }
    // Opened meanwhile, or no longer late: the page says how it stands.
    movedOn({ code: result.code, words: reason });
    return false;
  }

  return (
    <Card labelledBy="ask-ombudsman">
      <h2 id="ask-ombudsman" className="h3">
        {t('report.oversight.late')}
      </h2>
      <p>{t('report.oversight.lateText')}</p>
      <p>{t('report.oversight.then')}</p>
      <ol>
        {whatHappens.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
      </ol>
      {isOpen ? (
        <TextForm
          keep={keep}
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
