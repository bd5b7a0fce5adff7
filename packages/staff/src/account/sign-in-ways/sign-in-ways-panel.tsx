import { Panel, Skeleton } from '@lapor/ui';
import { secondFactorState, type SecondFactorState } from '@lapor/web-client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { AskAgain } from '../../session/attempts/ask-again.tsx';
import { useAnswer, type Received } from '../../session/attempts/use-answer.ts';
import { AuthenticatorSetup } from '../../session/enrolment/authenticator-setup.tsx';
import { PasskeySetup } from '../../session/enrolment/passkey-setup.tsx';
import { useSession } from '../../session/session-context.ts';
import { AuthenticatorWay } from './authenticator-way.tsx';
import { ChangePassword } from './change-password.tsx';
import { PasskeyWays } from './passkey-ways.tsx';
import { PasswordWay } from './password-way.tsx';
import { RenewCodes } from './renew-codes.tsx';

/** What takes the place of the list while it is done. */
type Task = 'APP' | 'CODES' | 'PASSKEY' | 'PASSWORD';

const titles: Record<Task, StaffMessageId> = {
  APP: 'enrol.appTitle',
  CODES: 'account.newCodes',
  PASSKEY: 'enrol.passkeyTitle',
  PASSWORD: 'account.changePassword',
};

interface SignInWaysPanelProps {
  /** Something ended the other sessions. */
  onChanged: () => void;
}

/** How the officer signs in: authenticator app, passkeys, password; each can be renewed here. */
export function SignInWaysPanel({ onChanged }: SignInWaysPanelProps) {
  const t = useText();
  const { email } = useSession();
  const state = useAnswer<SecondFactorState>(secondFactorState);
  const [task, setTask] = useState<Task | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else box.current?.focus();
  }, [task]);

  const done = () => {
    setTask(null);
    state.reload();
    onChanged();
  };
  const cancel = () => setTask(null);
  const way = { email, password: null, onOtherWay: cancel, otherWayLabel: t('cancel') };
  return (
    <Panel title={t('account.signInWays')}>
      <div className="task" ref={box} tabIndex={-1}>
        {task && <h3 className="h4">{t(titles[task])}</h3>}
        {task === 'APP' && <AuthenticatorSetup {...way} doneLabel={t('account.done')} onDone={done} />}
        {task === 'PASSKEY' && <PasskeySetup {...way} onDone={done} />}
        {task === 'CODES' && <RenewCodes email={email} onDone={done} onCancel={cancel} />}
        {task === 'PASSWORD' && <ChangePassword email={email} onDone={done} onCancel={cancel} />}
        {task === null && (
          <Loaded state={state}>
            {(ways) => (
              <ul className="ways">
                <AuthenticatorWay
                  state={ways}
                  onSetUp={() => setTask('APP')}
                  onRenewCodes={() => setTask('CODES')}
                  onRemoved={done}
                />
                <PasskeyWays state={ways} onAdd={() => setTask('PASSKEY')} onChanged={done} />
                <PasswordWay onChange={() => setTask('PASSWORD')} />
              </ul>
            )}
          </Loaded>
        )}
      </div>
    </Panel>
  );
}

function Loaded({
  state,
  children,
}: {
  state: Received<SecondFactorState>;
  children: (value: SecondFactorState) => ReactNode;
}) {
  const t = useText();
  if (state.value) return children(state.value);
  if (state.failure)
    return (
      <AskAgain
        failure={state.failure}
        title={t('account.waysFailed')}
        busy={state.busy}
        onRetry={state.reload}
      />
    );
  return <Skeleton label={t('page.loading')} lines={6} />;
}
