import { Button, EmptyState, userIcon } from '@lapor/ui';
import { auth, type Session } from '@lapor/web-client';
import { useState } from 'react';
import type { ConsoleIdentity } from '../app/console-identity.ts';
import { useText } from '../language/use-text.ts';
import { GateFrame } from './gate-frame.tsx';

interface NoPostPageProps {
  console: ConsoleIdentity;
  session: Session;
  /** The officer has a post, but one the other console serves. */
  hasPostElsewhere: boolean;
  onSignedOut: () => void;
}

/** Signed in, but nobody who works here: says as whom, why, and what to do. */
export function NoPostPage({ console, session, hasPostElsewhere, onSignedOut }: NoPostPageProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const why = hasPostElsewhere
    ? 'noPost.elsewhere'
    : session.kind === 'citizen'
      ? 'noPost.citizen'
      : 'noPost.officer';
  return (
    <GateFrame console={console}>
      <EmptyState
        page
        icon={userIcon}
        title={t('noPost.title')}
        action={
          <div className="row">
            {hasPostElsewhere ? (
              // Another application: a whole page load.
              <a className="btn btn--primary" href={console.other.href}>
                {t('noPost.openOther', { console: console.other.label })}
              </a>
            ) : (
              session.kind === 'citizen' && (
                <a className="btn btn--secondary" href="/">
                  {t('noPost.home')}
                </a>
              )
            )}
            <Button
              busy={busy}
              onClick={() => {
                setBusy(true);
                void auth.signOut().then(onSignedOut);
              }}
            >
              {t('account.signOut')}
            </Button>
          </div>
        }
      >
        {t(why, { name: session.name || session.email, console: console.label })}
      </EmptyState>
    </GateFrame>
  );
}
