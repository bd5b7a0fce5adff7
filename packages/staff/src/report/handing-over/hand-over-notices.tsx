import {
  Button,
  LinkButton,
  mailIcon,
  Notice,
  printIcon,
  stopIcon,
  Tag,
  undoIcon,
  useToast,
} from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { useReportDecision } from '../../decisions/use-report-decision.ts';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { HandOverFields, HandOverReportDocument, RevokeHandOverDocument } from './handing-over.graphql.ts';
import { latestHandOvers } from './latest-hand-overs.ts';

type HandOver = ResultOf<typeof HandOverFields>['handOvers'][number];

/** That a report is with the head of an organisation nobody staffs: how it stands, and what can be done about it. */
export function HandOverNotices({ report: masked }: { report: FragmentOf<typeof HandOverFields> }) {
  const report = readFragment(HandOverFields, masked);
  // One that is over is told by the history, unless a new link can be sent.
  const shown = latestHandOvers(report.handOvers).filter(
    ({ state }) => state !== 'ENDED' || report.viewerCanHandOver,
  );
  return (
    <>
      {shown.map((handOver) => (
        <HandOverNotice
          key={handOver.id}
          reportId={report.id}
          number={report.number}
          handOver={handOver}
          mayAct={report.viewerCanHandOver}
        />
      ))}
    </>
  );
}

interface HandOverNoticeProps {
  reportId: string;
  number: string;
  handOver: HandOver;
  mayAct: boolean;
}

function HandOverNotice({ reportId, number, handOver, mayAct }: HandOverNoticeProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const [open, setOpen] = useState<'again' | 'revoke' | null>(null);
  const { organisation, standIn, isOpen, letterNeeded, expiresAt, sentAt, openedAt, answeredAt } = handOver;
  return (
    <Notice
      tone={letterNeeded ? 'warning' : 'info'}
      icon={mailIcon}
      title={t('handOver.title', { name: organisation.name })}
    >
      <p>
        <Tag>{words.handOverStates[handOver.state]}</Tag>{' '}
        {standIn ? t('handOver.standIn', { name: standIn.name }) : t('handOver.standInNational')}
      </p>
      <p className="caption">
        {[
          sentAt && t('handOver.sentAt', { moment: dates.moment(sentAt, 'short') }),
          openedAt && t('handOver.openedAt', { moment: dates.moment(openedAt, 'short') }),
          answeredAt && t('handOver.answeredAt', { moment: dates.moment(answeredAt, 'short') }),
          isOpen && t('handOver.until', { moment: dates.moment(expiresAt, 'short') }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {letterNeeded && <p>{t('handOver.letterNeeded')}</p>}
      {mayAct && (
        <p className="row row--tight top-gap-2">
          {isOpen && (
            <LinkButton
              size="small"
              icon={printIcon}
              href={`/laporan/${number}/surat/${encodeURIComponent(organisation.id)}`}
            >
              {t('handOver.letter')}
            </LinkButton>
          )}
          <Button size="small" icon={undoIcon} onClick={() => setOpen('again')}>
            {t('handOver.again')}
          </Button>
          {isOpen && (
            <Button size="small" variant="danger" icon={stopIcon} onClick={() => setOpen('revoke')}>
              {t('handOver.revoke')}
            </Button>
          )}
        </p>
      )}
      {open && (
        <HandOverDialog
          what={open}
          input={{ reportId, organisationId: organisation.id }}
          name={organisation.name}
          onClose={() => setOpen(null)}
        />
      )}
    </Notice>
  );
}

interface HandOverDialogProps {
  what: 'again' | 'revoke';
  input: { reportId: string; organisationId: string };
  name: string;
  onClose: () => void;
}

/** A new link, or none any more; the old one stops working either way. */
function HandOverDialog({ what, input, name, onClose }: HandOverDialogProps) {
  const t = useText();
  const toast = useToast();
  const again = useReportDecision(HandOverReportDocument);
  const revoke = useReportDecision(RevokeHandOverDocument);
  const decision = what === 'again' ? again : revoke;
  async function submit() {
    const done = await decision.decide(input);
    if (!done) return;
    toast({ text: t(`handOver.${what}Done`) });
    onClose();
  }
  return (
    <DecisionDialog
      open
      title={t(`handOver.${what}Title`)}
      lead={<p>{t(`handOver.${what}Lead`, { name })}</p>}
      submitLabel={t(`handOver.${what}`)}
      tone={what === 'revoke' ? 'danger' : 'primary'}
      busy={decision.busy}
      faults={decision.faults}
      onSubmit={() => void submit()}
      onClose={onClose}
    />
  );
}
