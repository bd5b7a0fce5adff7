import { useEffect, useRef, useState } from 'react';
import {
  addPasskey,
  hasPasskeys,
  offers,
  removePasskey,
  renamePasskey,
  secondFactorState,
  type AuthResult,
  type Passkey,
} from '@lapor/web-client';
import { Button, Card, Dialog, Field, Icon, TextInput, keyIcon } from '@lapor/ui';
import { formatDayOf } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { FormFault } from '../sign-in/form-fault.tsx';
import { useAuthForm } from '../sign-in/use-auth-form.ts';
import { AnswerPart } from './answer-part.tsx';
import { askForCode, ConfirmYou } from './confirm-you.tsx';
import { deviceZone } from './device-moment.ts';
import { SavedNotice } from './saved-notice.tsx';
import { useAnswer } from './use-answer.ts';

const longestName = 60;

type Done = 'added' | 'renamed' | 'removed';

interface PartProps {
  email: string;
  onDone: (what: Done) => void;
}

/** Passkeys: made on this device, named by their owner, removed when a device is gone. */
export function PasskeysCard({ email, onChanged }: { email: string; onChanged: () => void }) {
  const t = useT();
  const offered = useAnswer(offers);
  const { loaded, again, retry } = useAnswer(secondFactorState);
  const [said, setSaid] = useState<{ what: Done; count: number } | null>(null);
  const onDone = (what: Done) => {
    setSaid((before) => ({ what, count: (before?.count ?? 0) + 1 }));
    onChanged();
    void again();
  };
  const isOffered = offered.loaded.state === 'ready' && offered.loaded.value.passkey;
  // Where none can be made, those made before are still there to be removed.
  if (!isOffered && !(loaded.state === 'ready' && loaded.value.passkeys.length > 0)) return null;
  return (
    <Card labelledBy="passkeys">
      <h2 id="passkeys" className="h3">
        {t('account.passkeys')}
      </h2>
      <p>{t('account.passkeysText')}</p>
      {said && <SavedNotice key={said.count}>{t(`account.passkey.${said.what}`)}</SavedNotice>}
      <AnswerPart loaded={loaded} onRetry={retry}>
        {({ passkeys }) => (
          <>
            {passkeys.length > 0 && (
              <ul className="account-list">
                {passkeys.map((passkey) => (
                  <PasskeyRow key={passkey.id} passkey={passkey} email={email} onDone={onDone} />
                ))}
              </ul>
            )}
            {isOffered &&
              (hasPasskeys() ? (
                <AddPasskey email={email} onDone={onDone} />
              ) : (
                <p className="caption">{t('auth.passkeyUnsupported')}</p>
              ))}
          </>
        )}
      </AnswerPart>
    </Card>
  );
}

function AddPasskey({ email, onDone }: PartProps) {
  const t = useT();
  const [step, setStep] = useState<'closed' | 'naming' | 'proving'>('closed');
  const [name, setName] = useState('');
  const add = async (): Promise<AuthResult> => addPasskey({ name: name.trim() });
  const done = () => {
    setStep('closed');
    setName('');
    onDone('added');
  };
  switch (step) {
    case 'closed':
      return (
        <p>
          <Button icon={keyIcon} onClick={() => setStep('naming')}>
            {t('account.addPasskey')}
          </Button>
        </p>
      );
    case 'naming':
      return (
        <NameForm
          name={name}
          onName={setName}
          submit={t('account.makePasskey')}
          attempt={add}
          instead={{ CONFIRMATION_NEEDED: () => askForCode(email, () => setStep('proving')) }}
          onDone={done}
          onCancel={() => setStep('closed')}
        />
      );
    case 'proving':
      return (
        <ConfirmYou
          email={email}
          submit={t('account.makePasskey')}
          attempt={add}
          onDone={done}
          onCancel={() => setStep('naming')}
        />
      );
  }
}

function PasskeyRow({ passkey, email, onDone }: PartProps & { passkey: Passkey }) {
  const t = useT();
  const words = useWords();
  const [step, setStep] = useState<'shown' | 'naming' | 'removing' | 'proving'>('shown');
  const [name, setName] = useState(passkey.name);
  const shown = passkey.name || t('account.passkeyUnnamed');
  const close = () => setStep('shown');
  const remove = useAuthForm({
    check: () => null,
    attempt: () => removePasskey(passkey.id),
    instead: { CONFIRMATION_NEEDED: () => askForCode(email, () => setStep('proving')) },
    onDone: () => onDone('removed'),
  });
  if (step === 'naming') {
    return (
      <li>
        <NameForm
          name={name}
          onName={setName}
          submit={t('account.save')}
          attempt={() => renamePasskey(passkey.id, name.trim())}
          onDone={() => {
            close();
            onDone('renamed');
          }}
          onCancel={close}
        />
      </li>
    );
  }
  if (step === 'proving') {
    return (
      <li>
        <ConfirmYou
          email={email}
          submit={t('account.removeOf', { name: shown })}
          attempt={() => removePasskey(passkey.id)}
          onDone={() => onDone('removed')}
          onCancel={close}
        />
      </li>
    );
  }
  const day = (instant: string) => formatDayOf(words, instant, deviceZone(), 'date');
  return (
    <li>
      <div className="row row--between">
        <div className="row row--tight row--nowrap row--top">
          <Icon of={keyIcon} />
          <div>
            <p>
              <strong>{shown}</strong>
            </p>
            <p className="caption">
              {t('account.passkeyMade', { day: day(passkey.createdAt) })}
              {passkey.lastUsedAt && ` · ${t('account.passkeyUsed', { day: day(passkey.lastUsedAt) })}`}
            </p>
          </div>
        </div>
        <p className="row">
          <button
            type="button"
            className="link-button"
            aria-label={t('account.renameOf', { name: shown })}
            onClick={() => setStep('naming')}
          >
            {t('account.rename')}
          </button>
          <button
            type="button"
            className="link-button"
            aria-label={t('account.removeOf', { name: shown })}
            onClick={() => setStep('removing')}
          >
            {t('account.remove')}
          </button>
        </p>
      </div>
      <Dialog
        open={step === 'removing'}
        title={t('account.removePasskeyAsk', { name: shown })}
        onClose={close}
      >
        <form className="stack" onSubmit={remove.submit} noValidate>
          <FormFault form={remove} />
          <p>{t('account.removePasskeyText')}</p>
          <p className="dialog__actions">
            <Button type="submit" variant="danger" busy={remove.busy}>
              {t('account.remove')}
            </Button>
            <Button variant="quiet" onClick={close}>
              {t('common.cancel')}
            </Button>
          </p>
        </form>
      </Dialog>
    </li>
  );
}

interface NameFormProps {
  name: string;
  onName: (name: string) => void;
  submit: string;
  attempt: () => Promise<AuthResult>;
  instead?: Parameters<typeof useAuthForm>[0]['instead'];
  onDone: () => void;
  onCancel: () => void;
}

function NameForm({ name, onName, submit, attempt, instead, onDone, onCancel }: NameFormProps) {
  const t = useT();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const form = useAuthForm({
    check: () => {
      if (name.trim() === '') return { field: 'passkey', message: 'account.passkeyNameMissing' };
      return name.trim().length > longestName ? { field: 'passkey', message: 'account.nameLong' } : null;
    },
    attempt,
    instead,
    onDone,
  });
  return (
    <form ref={box} className="stack" onSubmit={form.submit} noValidate>
      <FormFault form={form} />
      <Field
        id="auth-passkey"
        label={t('account.passkeyName')}
        hint={t('account.passkeyNameHint')}
        error={form.errorOf('passkey')}
      >
        <TextInput autoComplete="off" value={name} onChange={(event) => onName(event.currentTarget.value)} />
      </Field>
      <p className="row">
        <Button type="submit" busy={form.busy}>
          {submit}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </p>
    </form>
  );
}
