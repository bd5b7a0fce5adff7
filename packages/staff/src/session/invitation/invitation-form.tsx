import { Button, Notice } from '@lapor/ui';
import { acceptInvitation, auth, type Invitation } from '@lapor/web-client';
import { formatMoment } from '@lapor/wording';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { FailureNotice } from '../attempts/failure-notice.tsx';
import { useAttempt } from '../attempts/use-attempt.ts';
import { NewPasswordField } from '../password/new-password-field.tsx';
import { lengthFault, passwordRefusal } from '../password/password-rule.ts';
import { InvitedPosts } from './invited-posts.tsx';

interface InvitationFormProps {
  invitation: Invitation;
  token: string;
  onAccepted: (password: string) => void;
  /** The link ran out, or was used elsewhere, while the form was open. */
  onInvalid: () => void;
}

export function InvitationForm({ invitation, token, onAccepted, onInvalid }: InvitationFormProps) {
  const t = useText();
  const { words } = useLanguage();
  const { email, name, posts, expiresAt } = invitation;
  const [password, setPassword] = useState('');
  const attempt = useAttempt();
  const input = useRef<HTMLInputElement>(null);
  const signedIn = useOtherAccount(email);
  const refusal = passwordRefusal(attempt.failure?.code ?? null);
  const inUse = attempt.failure?.code === 'ADDRESS_IN_USE';

  async function accept() {
    const short = lengthFault(password);
    if (short) {
      attempt.fail({ code: short });
      input.current?.focus();
      return;
    }
    const accepted = await attempt.run(async () => {
      const result = await acceptInvitation({ token, password });
      if (!result.ok && result.code === 'INVITATION_INVALID') onInvalid();
      return result;
    });
    if (accepted) onAccepted(password);
    else input.current?.focus();
  }

  return (
    <div className="panel gate-card">
      <form
        className="panel__body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void accept();
        }}
      >
        <div>
          <h1>{t('invitation.welcome', { name })}</h1>
          <p>{t('invitation.lead', { email })}</p>
        </div>
        <section aria-labelledby="invited-posts">
          <h2 className="h4" id="invited-posts">
            {t('invitation.posts')}
          </h2>
          <InvitedPosts posts={posts} />
          <p className="caption top-gap-2">
            {t('invitation.validUntil', { moment: formatMoment(words, expiresAt, zoneOfDevice()) })}
          </p>
        </section>
        {signedIn && (
          <Notice tone="warning">
            <p>{t('invitation.signedInAs', { name: signedIn })}</p>
          </Notice>
        )}
        {inUse ? (
          <Notice tone="danger" role="alert">
            <p>{t('invitation.addressInUse', { email })}</p>
          </Notice>
        ) : (
          !refusal && <FailureNotice failure={attempt.failure} />
        )}
        <NewPasswordField
          label={t('invitation.password')}
          email={email}
          value={password}
          onChange={setPassword}
          error={refusal && t(refusal)}
          inputRef={input}
        />
        <Button variant="primary" type="submit" block busy={attempt.busy}>
          {t('invitation.submit')}
        </Button>
      </form>
    </div>
  );
}

/** Name of who is signed in in this browser, unless it is the one who is invited. */
function useOtherAccount(email: string): string | null {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    auth.currentSession().then(
      (session) => {
        if (current && session && session.email !== email) setName(session.name || session.email);
      },
      // Unknown: only a warning is missing.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [email]);
  return name;
}

/** There is no workplace yet whose zone could be meant. */
const zoneOfDevice = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
