import { useState } from 'react';
import { Button, Card, DueChip, Explain, Icon, bellIcon, checkIcon, undoIcon } from '@lapor/ui';
import { formatDay, localDateOf } from '@lapor/wording';
import { useT, useReportWords } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { AskFragment } from './ask-card.graphql.ts';
import { ChangeFaultNotice } from './change-fault.tsx';
import { ConfirmReportDocument, DisputeReportDocument, ReplyToReportDocument } from './changes.graphql.ts';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';
import { useKeptText } from './use-kept-text.ts';

/** The one question to the reporter: is it solved? Yes and no weigh the same. */
export function AskCard({ report: masked }: { report: FragmentOf<typeof AskFragment> }) {
  const t = useT();
  const words = useReportWords();
  const report = readFragment(AskFragment, masked);
  const { timeZone } = useReportPage();
  const confirm = useChange(ConfirmReportDocument, { decides: true });
  // Who was interrupted while writing finds the words again.
  const [begun] = useKeptText(`not-solved-${report.number}`);
  const [refusing, setRefusing] = useState(begun !== '');

  const closed = report.state === 'COMPLETED';
  // Before an agency has given a result there is nothing to confirm.
  if (!(closed ? report.viewerCanDispute : report.viewerCanConfirm && report.closesAutomaticallyAt))
    return null;

  const agency = report.handler?.name ?? t('report.theAgency');
  // The instant is the midnight after the last day.
  const closesAfter =
    report.closesAutomaticallyAt &&
    localDateOf(new Date(Date.parse(report.closesAutomaticallyAt) - 1), timeZone);
  return (
    <Card labelledBy="ask" asking>
      <div className="row row--nowrap row--top">
        <Icon of={bellIcon} size="large" />
        <div>
          <h2 id="ask">{t(closed ? 'report.reallySolved' : 'report.solved')}</h2>
          <p>{t(closed ? 'report.closedAsk' : 'report.resultAsk', { agency })}</p>
        </div>
      </div>
      <ChangeFaultNotice fault={confirm.fault} />
      {refusing ? (
        <NotSolved closed={closed} onCancel={() => setRefusing(false)} />
      ) : (
        <div className="grid-2">
          {!closed && (
            <Button
              icon={checkIcon}
              busy={confirm.busy}
              onClick={() => void confirm.change({ reportId: report.id })}
            >
              {t('report.yesSolved')}
            </Button>
          )}
          <Button icon={undoIcon} onClick={() => setRefusing(true)}>
            {t('report.notSolved')}
          </Button>
        </div>
      )}
      {closesAfter && !closed && (
        <Explain
          kind="wide"
          summary={
            <DueChip urgency="ON_TIME">
              {t('report.closesAfter', { day: formatDay(words, closesAfter, 'weekday') })}
            </DueChip>
          }
        >
          <p>{t('report.closesExplained')}</p>
        </Explain>
      )}
    </Card>
  );
}

/** After closing it is a dispute, which opens the report again; before, a reply stops the closing. */
function NotSolved({ closed, onCancel }: { closed: boolean; onCancel: () => void }) {
  const t = useT();
  const { reportId, number } = useReportPage();
  const dispute = useChange(DisputeReportDocument, { decides: true });
  const reply = useChange(ReplyToReportDocument);
  const { change, busy, fault } = closed ? dispute : reply;
  return (
    <TextForm
      keep={`not-solved-${number}`}
      label={t('report.whatIsMissing')}
      hint={t(closed ? 'report.disputeHint' : 'report.notSolvedHint')}
      send={t('report.sendNotSolved')}
      busy={busy}
      fault={fault}
      onCancel={onCancel}
      onSend={async (text) => {
        const done = await change({ reportId, text });
        if (done) onCancel();
        return done;
      }}
    />
  );
}
