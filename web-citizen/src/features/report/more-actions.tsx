import { useState } from 'react';
import {
  Button,
  Checkbox,
  Dialog,
  Icon,
  closeIcon,
  downloadIcon,
  eyeIcon,
  keyIcon,
  mailIcon,
  printIcon,
  shareIcon,
  useToast,
  type Glyph,
} from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { FollowReport } from './follow-report.tsx';
import { ChangeFaultNotice } from './change-fault.tsx';
import { RemoveFlagDocument, WithdrawReportDocument } from './changes.graphql.ts';
import { MoreActionsFragment } from './more-actions.graphql.ts';
import { NotificationSettings } from './notification-settings.tsx';
import { OwnData } from './own-data.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { useReportPage } from './report-page-context.ts';
import { Support } from './support.tsx';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';

/** What else one may do with a report: support, share, print, withdraw, take a protection off. */
export function MoreActions({ report: masked }: { report: FragmentOf<typeof MoreActionsFragment> }) {
  const t = useT();
  const report = readFragment(MoreActionsFragment, masked);
  const { viewerIsReporter } = useReportPage();
  const [open, setOpen] = useState<'withdraw' | 'flags' | 'news' | 'data' | 'receipt' | null>(null);
  return (
    <section className="stack" aria-label={t('report.moreActions')}>
      {(report.viewerCanSupport || report.viewerHasSupported) && (
        <Support
          reportId={report.id}
          supported={report.viewerHasSupported}
          allowed={report.viewerCanSupport}
        />
      )}
      <ul className="side-links list-plain">
        {report.isPublished && (
          <FollowReport reportId={report.id} number={report.number} follows={report.viewerFollows} />
        )}
        {report.isPublished && <Share number={report.number} title={report.title} />}
        <Action icon={printIcon} onClick={() => window.print()}>
          {t('report.print')}
        </Action>
        {viewerIsReporter && (
          <>
            <Action icon={downloadIcon} onClick={() => setOpen('receipt')}>
              {t('report.receiptGet')}
            </Action>
            <Action icon={mailIcon} onClick={() => setOpen('news')}>
              {t('report.news')}
            </Action>
            <Action icon={keyIcon} onClick={() => setOpen('data')}>
              {t('report.data')}
            </Action>
          </>
        )}
        {report.viewerCanRemoveFlag && (
          <Action icon={eyeIcon} onClick={() => setOpen('flags')}>
            {t('report.removeFlag')}
          </Action>
        )}
        {report.viewerCanWithdraw && (
          <Action icon={closeIcon} onClick={() => setOpen('withdraw')}>
            {t('report.withdraw')}
          </Action>
        )}
      </ul>
      <Withdraw open={open === 'withdraw'} onClose={() => setOpen(null)} />
      <RemoveFlag
        open={open === 'flags'}
        flags={{ anonymous: report.isAnonymous, confidential: report.isConfidential }}
        onClose={() => setOpen(null)}
      />
      <NotificationSettings open={open === 'news'} onClose={() => setOpen(null)} />
      <ReceiptDialog open={open === 'receipt'} onClose={() => setOpen(null)} />
      <OwnData open={open === 'data'} onClose={() => setOpen(null)} />
    </section>
  );
}

const Action = ({ icon, onClick, children }: { icon: Glyph; onClick: () => void; children: string }) => (
  <li>
    <button className="link-button" type="button" onClick={onClick}>
      <Icon of={icon} />
      {children}
    </button>
  </li>
);

function Share({ number, title }: { number: string; title: string }) {
  const t = useT();
  const toast = useToast();
  const url = `${location.origin}/laporan/${number}`;
  async function share() {
    if (navigator.share) {
      // Closing the sheet without sharing is not a fault.
      await navigator.share({ title, url }).catch(() => undefined);
      return;
    }
    const copied = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    toast({ text: copied ? t('report.linkCopied') : url, seconds: copied ? 6 : 20 });
  }
  return (
    <Action icon={shareIcon} onClick={() => void share()}>
      {t('report.share')}
    </Action>
  );
}

function Withdraw({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const { reportId, number } = useReportPage();
  const { change, busy, fault } = useChange(WithdrawReportDocument, { decides: true });
  return (
    <Dialog open={open} title={t('report.withdrawAsk')} onClose={onClose}>
      <p>{t('report.withdrawText')}</p>
      <TextForm
        keep={`withdraw-${number}`}
        label={t('report.withdrawReason')}
        hint={t('common.optional')}
        send={t('report.withdrawDo')}
        variant="danger"
        optional
        busy={busy}
        fault={fault}
        onCancel={onClose}
        onSend={async (text) => {
          const done = await change({ reportId, reason: text || null });
          if (done) onClose();
          return done;
        }}
      />
    </Dialog>
  );
}

interface Flags {
  anonymous: boolean;
  confidential: boolean;
}

/** Only the reporter may take a protection off, and cannot put it back alone: the dialog says so. */
function RemoveFlag({ open, flags, onClose }: { open: boolean; flags: Flags; onClose: () => void }) {
  const t = useT();
  const { reportId } = useReportPage();
  const { change, busy, fault } = useChange(RemoveFlagDocument, { decides: true });
  const [chosen, setChosen] = useState<Flags>({ anonymous: false, confidential: false });
  const nothing = !chosen.anonymous && !chosen.confidential;
  return (
    <Dialog
      open={open}
      title={t('report.removeFlag')}
      onClose={onClose}
      actions={
        <>
          <Button
            busy={busy}
            aria-disabled={nothing || undefined}
            onClick={async () => {
              if (nothing) return;
              const input = {
                reportId,
                anonymous: chosen.anonymous || null,
                confidential: chosen.confidential || null,
              };
              if (await change(input)) onClose();
            }}
          >
            {t('report.removeFlagDo')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('report.removeFlagText')}</p>
      <ChangeFaultNotice fault={fault} />
      {(['anonymous', 'confidential'] as const)
        .filter((flag) => flags[flag])
        .map((flag) => (
          <Checkbox
            key={flag}
            label={t(`report.removeFlag.${flag}`)}
            checked={chosen[flag]}
            onChange={(event) => setChosen({ ...chosen, [flag]: event.currentTarget.checked })}
          />
        ))}
    </Dialog>
  );
}
