import type { Session } from '@lapor/web-client';
import { useEffect } from 'react';
import type { ConsoleIdentity } from '../../app/console-identity.ts';
import { useText } from '../../language/use-text.ts';
import { GateFrame } from '../gate-frame.tsx';
import { signOutOf } from '../sign-out.ts';
import { Enrolment } from './enrolment.tsx';

interface EnrolmentPageProps {
  console: ConsoleIdentity;
  session: Session;
  /** The factor is there, or nobody is signed in any more. */
  onChanged: () => void;
}

/** Signed in by the password alone, with the second factor still to be set up. */
export function EnrolmentPage({ console, session, onChanged }: EnrolmentPageProps) {
  const t = useText();
  useEffect(() => {
    document.title = `${t('enrol.title')} – ${console.label} – LAPOR!`;
  }, [t, console.label]);
  return (
    <GateFrame console={console}>
      <div className="panel gate-card">
        <div className="panel__body stack">
          <Enrolment
            email={session.email}
            password={null}
            onDone={onChanged}
            onSignOut={() => void signOutOf(session.accountId).then(onChanged)}
          />
        </div>
      </div>
      <p className="caption gate-note">{t('enrol.signedInAs', { name: session.name || session.email })}</p>
    </GateFrame>
  );
}
