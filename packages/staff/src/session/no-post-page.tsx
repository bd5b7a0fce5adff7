import { Button, EmptyState, userIcon } from '@lapor/ui';
import type { AuthResult, Session } from '@lapor/web-client';
import { useState } from 'react';
import type { ConsoleIdentity } from '../app/console-identity.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { FailureNotice } from './attempts/failure-notice.tsx';
import { useAttempt } from './attempts/use-attempt.ts';
import { GateFrame } from './gate-frame.tsx';
import { signOutOf } from './sign-out.ts';

/** Why somebody who is signed in does not work here. */
type NoPostReason =
  | 'CITIZEN'
  /** No post is in force. */
  | 'NO_POST'
  /** The post is one the other console serves. */
  | 'OTHER_CONSOLE'
  /** There is a post for this console, but another one is acted in. */
  | 'ACTING_ELSEWHERE';

interface NoPostPageProps {
  console: ConsoleIdentity;
  session: Session;
  why: NoPostReason;
  onActInAll: () => Promise<AuthResult>;
  onSignedOut: () => void;
}

const texts: Record<NoPostReason, StaffMessageId> = {
  CITIZEN: 'noPost.citizen',
  NO_POST: 'noPost.officer',
  OTHER_CONSOLE: 'noPost.elsewhere',
  ACTING_ELSEWHERE: 'noPost.acting',
};

/** Signed in, but nobody who works here: says as whom, why, and what to do. */
export function NoPostPage({ console, session, why, onActInAll, onSignedOut }: NoPostPageProps) {
  const t = useText();
  const [leaving, setLeaving] = useState(false);
  const acting = useAttempt();
  return (
    <GateFrame console={console}>
      <FailureNotice failure={acting.failure} />
      <EmptyState
        page
        icon={userIcon}
        title={t('noPost.title')}
        action={
          <div className="row">
            {why === 'ACTING_ELSEWHERE' && (
              <Button variant="primary" busy={acting.busy} onClick={() => void acting.run(onActInAll)}>
                {t('noPost.actInAll')}
              </Button>
            )}
            {(why === 'OTHER_CONSOLE' || why === 'ACTING_ELSEWHERE') && (
              // Another application: a whole page load.
              <a
                className={why === 'OTHER_CONSOLE' ? 'btn btn--primary' : 'btn btn--secondary'}
                href={console.other.href}
              >
                {t('noPost.openOther', { console: console.other.label })}
              </a>
            )}
            {why === 'CITIZEN' && (
              <a className="btn btn--secondary" href="/">
                {t('noPost.home')}
              </a>
            )}
            <Button
              busy={leaving}
              onClick={() => {
                setLeaving(true);
                void signOutOf(session.accountId).then(onSignedOut);
              }}
            >
              {t('account.signOut')}
            </Button>
          </div>
        }
      >
        {t(texts[why], { name: session.name || session.email, console: console.label })}
      </EmptyState>
    </GateFrame>
  );
}
