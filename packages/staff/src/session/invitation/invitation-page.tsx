import { LinkButton, NotFoundState, Skeleton, Stepper } from '@lapor/ui';
import { openInvitation, type Invitation } from '@lapor/web-client';
import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ConsoleIdentity } from '../../app/console-identity.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { AskAgain } from '../attempts/ask-again.tsx';
import { useAnswer } from '../attempts/use-answer.ts';
import { Enrolment } from '../enrolment/enrolment.tsx';
import { GateFrame } from '../gate-frame.tsx';
import { signOutHere } from '../sign-out.ts';
import { InvitationForm } from './invitation-form.tsx';
import { invitationTokenOf } from './invitation-token.ts';

interface InvitationPageProps {
  console: ConsoleIdentity;
  /** Somebody else is signed in now, or nobody any more: what was loaded before is forgotten. */
  onChangeOfOfficer: () => void;
}

/** Behind the link of an invitation: who is invited for what, a password, the second factor, then the console. */
export function InvitationPage({ console, onChangeOfOfficer }: InvitationPageProps) {
  const t = useText();
  const token = useInvitationToken();
  useEffect(() => {
    document.title = `${t('invitation.title')} – ${console.label} – LAPOR!`;
  }, [t, console.label]);
  if (token === undefined) return null;
  return (
    <GateFrame console={console}>
      {token === null ? (
        <Unusable title="invitation.missing" hint="invitation.missingHint" />
      ) : (
        <Opened key={token} token={token} onChangeOfOfficer={onChangeOfOfficer} />
      )}
    </GateFrame>
  );
}

/**
 * The token leaves the address bar at once, before anybody looks over a shoulder or copies the address; it stays with
 * this entry of the tab's history, so that a reload finds it. Undefined for the moment in between.
 */
function useInvitationToken(): string | null | undefined {
  const { hash, pathname, state } = useLocation();
  const go = useNavigate();
  const given = invitationTokenOf(hash);
  useEffect(() => {
    if (given) void go(pathname, { replace: true, state: { invitationToken: given } });
  }, [given, pathname, go]);
  if (given) return undefined;
  const kept = (state as { invitationToken?: unknown } | null)?.invitationToken;
  return typeof kept === 'string' ? kept : null;
}

function Opened({ token, onChangeOfOfficer }: { token: string; onChangeOfOfficer: () => void }) {
  const t = useText();
  const go = useNavigate();
  const { value, failure, busy, reload } = useAnswer(useCallback(() => openInvitation(token), [token]));
  const [accepted, setAccepted] = useState<{ invitation: Invitation; password: string } | null>(null);

  const leave = useCallback(() => {
    // Replaces the entry that held the token.
    void go('/', { replace: true });
    onChangeOfOfficer();
  }, [go, onChangeOfOfficer]);

  if (accepted)
    return (
      <>
        <Steps current={1} />
        <div className="panel gate-card">
          <div className="panel__body stack">
            <Enrolment
              email={accepted.invitation.email}
              password={accepted.password}
              onDone={leave}
              onSignOut={() => void signOutHere().then(leave)}
            />
          </div>
        </div>
      </>
    );
  if (failure?.code === 'INVITATION_INVALID')
    return <Unusable title="invitation.invalid" hint="invitation.invalidHint" />;
  if (failure)
    return <AskAgain page failure={failure} title={t('invitation.failed')} busy={busy} onRetry={reload} />;
  if (!value) return <Skeleton label={t('invitation.loading')} title lines={6} />;
  return (
    <>
      <Steps current={0} />
      <InvitationForm
        invitation={value}
        token={token}
        onAccepted={(password) => setAccepted({ invitation: value, password })}
        onInvalid={reload}
      />
    </>
  );
}

function Steps({ current }: { current: number }) {
  const t = useText();
  const steps = [t('invitation.stepPassword'), t('invitation.stepFactor')];
  return (
    <Stepper
      label={t('invitation.steps')}
      steps={steps}
      current={current}
      position={t('invitation.step', { number: current + 1, count: steps.length })}
    />
  );
}

function Unusable({ title, hint }: { title: StaffMessageId; hint: StaffMessageId }) {
  const t = useText();
  return (
    <NotFoundState page title={t(title)} action={<LinkButton href="/">{t('reset.signIn')}</LinkButton>}>
      {t(hint)}
    </NotFoundState>
  );
}
