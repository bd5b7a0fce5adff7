import { useState } from 'react';
import { auth, changePassword, profile, setPassword as setFirstPassword } from '@lapor/web-client';
import { Button, Card, Field, TextInput } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { FormFault } from '../sign-in/form-fault.tsx';
import { NewPasswordField, newPasswordFault } from '../sign-in/new-password-field.tsx';
import { PasswordByCode } from '../sign-in/password-by-code.tsx';
import { useAuthForm } from '../sign-in/use-auth-form.ts';
import { AnswerPart } from './answer-part.tsx';
import { askForCode, ConfirmYou } from './confirm-you.tsx';
import { SavedNotice } from './saved-notice.tsx';
import { useAnswer } from './use-answer.ts';

/** The password: changed with the old one or with a code by mail, made anew where there is none. */
export function PasswordCard({ email, onChanged }: { email: string; onChanged: () => void }) {
  const t = useT();
  const { loaded, again, retry } = useAnswer(profile);
  const [saved, setSaved] = useState(0);
  const onDone = () => {
    setSaved((count) => count + 1);
    onChanged();
    void again();
  };
  return (
    <Card labelledBy="password">
      <h2 id="password" className="h3">
        {t('auth.password')}
      </h2>
      {saved > 0 && <SavedNotice key={saved}>{t('account.passwordSaved')}</SavedNotice>}
      <AnswerPart loaded={loaded} onRetry={retry}>
        {({ hasPassword }) =>
          hasPassword ? (
            <ChangePassword key={saved} email={email} onDone={onDone} />
          ) : (
            <SetPassword email={email} onDone={onDone} />
          )
        }
      </AnswerPart>
    </Card>
  );
}

interface PasswordProps {
  email: string;
  onDone: () => void;
}

function ChangePassword({ email, onDone }: PasswordProps) {
  const t = useT();
  const [step, setStep] = useState<'closed' | 'change' | 'code'>('closed');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const form = useAuthForm({
    check: () =>
      current === '' ? { field: 'current', message: 'auth.passwordMissing' } : newPasswordFault(password),
    attempt: () => changePassword({ currentPassword: current, newPassword: password }),
    onDone,
    fields: { WRONG_CREDENTIALS: 'current' },
    messages: { WRONG_CREDENTIALS: 'account.currentWrong' },
  });
  const byCode = useAuthForm({
    check: () => null,
    attempt: () => auth.forgotPassword(email),
    onDone: () => setStep('code'),
  });
  if (step === 'closed') {
    return (
      <>
        <p>{t('account.passwordIsSet')}</p>
        <p>
          <Button onClick={() => setStep('change')}>{t('account.changePassword')}</Button>
        </p>
      </>
    );
  }
  if (step === 'code') {
    return (
      <PasswordByCode
        email={email}
        hint={t('account.codeTo', { email })}
        onDone={onDone}
        other={{ label: t('common.cancel'), onOther: () => setStep('closed') }}
      />
    );
  }
  return (
    <>
      <form className="stack" onSubmit={form.submit} noValidate>
        <FormFault form={form} />
        <Field id="auth-current" label={t('account.currentPassword')} error={form.errorOf('current')}>
          <TextInput
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        </Field>
        <NewPasswordField
          label={t('auth.newPassword')}
          error={form.errorOf('password')}
          value={password}
          onValue={setPassword}
        />
        <p className="caption">{t('account.othersSignedOut')}</p>
        <p className="row">
          <Button type="submit" variant="primary" busy={form.busy}>
            {t('auth.savePassword')}
          </Button>
          <Button variant="quiet" onClick={() => setStep('closed')}>
            {t('common.cancel')}
          </Button>
        </p>
      </form>
      <form className="stack" onSubmit={byCode.submit} noValidate>
        <FormFault form={byCode} />
        <p>
          <button type="submit" className="link-button" aria-busy={byCode.busy || undefined}>
            {t('account.forgottenCurrent')}
          </button>
        </p>
      </form>
    </>
  );
}

/** Somebody who came by mail code has none. A session that is no longer fresh is proved by another code first. */
function SetPassword({ email, onDone }: PasswordProps) {
  const t = useT();
  const [proving, setProving] = useState(false);
  const [password, setPassword] = useState('');
  const form = useAuthForm({
    check: () => newPasswordFault(password),
    attempt: () => setFirstPassword(password),
    onDone,
    instead: {
      CONFIRMATION_NEEDED: () => askForCode(email, () => setProving(true)),
    },
  });
  if (proving) {
    return (
      <ConfirmYou
        email={email}
        submit={t('auth.savePassword')}
        attempt={() => setFirstPassword(password)}
        onDone={onDone}
        onCancel={() => setProving(false)}
      />
    );
  }
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <p>{t('account.noPassword')}</p>
      <FormFault form={form} />
      <NewPasswordField
        label={t('auth.newPassword')}
        error={form.errorOf('password')}
        value={password}
        onValue={setPassword}
      />
      <p>
        <Button type="submit" variant="primary" busy={form.busy}>
          {t('auth.savePassword')}
        </Button>
      </p>
    </form>
  );
}
