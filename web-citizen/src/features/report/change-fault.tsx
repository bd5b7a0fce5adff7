import { useLocation } from 'wouter';
import { Button, LinkButton, Notice } from '@lapor/ui';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';
import { signInPath } from '../sign-in/return-path.ts';
import { useReportPage } from './report-page-context.ts';
import type { ChangeFault } from './use-change.ts';

/** Why a change did not go through, in words; what was typed is still there. */
export function ChangeFaultNotice({ fault }: { fault: ChangeFault | null }) {
  const t = useT();
  // Faults of a field stand at the field.
  if (!fault || fault.kind === 'INVALID') return null;
  if (fault.kind === 'CLOSED') return <ClosedNotice />;
  return (
    <Notice tone="danger" role="alert" title={t('report.notSaved')}>
      <p>{t('report.unreachable')}</p>
    </Notice>
  );
}

/** The session or the key has ended while somebody wrote: the way back in, and from there back to the words. */
function ClosedNotice() {
  const t = useT();
  const { session, refresh } = useSession();
  const { number } = useReportPage();
  const [, navigate] = useLocation();
  const signedIn = Boolean(session);
  return (
    <Notice tone="warning" role="alert" title={t(signedIn ? 'report.closed.session' : 'report.closed.key')}>
      <p>{t('report.closed.kept')}</p>
      <p className="row">
        {signedIn && (
          <Button
            onClick={async () => {
              // What is signed in here is not so any more; the sign-in page would lead straight back otherwise.
              await refresh();
              navigate(signInPath(`/laporan/${number}`));
            }}
          >
            {t('auth.signInAgain')}
          </Button>
        )}
        <LinkButton variant={signedIn ? 'quiet' : undefined} href={`/lacak?nomor=${number}`}>
          {t('report.openWithCode')}
        </LinkButton>
      </p>
    </Notice>
  );
}

/** Words for the fault of a text field, or undefined. */
export function textFault(fault: ChangeFault | null): MessageId | undefined {
  if (fault?.kind !== 'INVALID') return undefined;
  const code = fault.fields.find(({ path }) => path.endsWith('text') || path.endsWith('reason'))?.code;
  if (!code) return 'report.fault.invalid';
  return (
    (
      {
        REQUIRED: 'report.fault.required',
        TOO_SHORT: 'report.fault.short',
        TOO_LONG: 'report.fault.long',
      } as const
    )[code as 'REQUIRED'] ?? 'report.fault.invalid'
  );
}
