import { useState } from 'react';
import { toE164 } from '@lapor/phone';
import { offers, removePhone, sendPhoneCode, verifyPhone, type Profile } from '@lapor/web-client';
import { Button, Card, Dialog, Field, Icon, Tag, TextInput, checkIcon, phoneIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { EnterCode } from '../sign-in/enter-code.tsx';
import { FormFault } from '../sign-in/form-fault.tsx';
import { useAuthForm } from '../sign-in/use-auth-form.ts';
import { formatPhone } from './phone-number.ts';
import { SavedNotice } from './saved-notice.tsx';
import { useAnswer } from './use-answer.ts';

interface PhoneCardProps {
  profile: Profile;
  onChanged: () => void;
}

/** The phone number, proved by a code. Where no message can be sent there is nothing to offer, and nothing is shown. */
export function PhoneCard({ profile, onChanged }: PhoneCardProps) {
  const t = useT();
  const { loaded } = useAnswer(offers);
  const [step, setStep] = useState<'shown' | 'asking'>('shown');
  // Known in full only while it is being typed; the server tells it masked.
  const [typed, setTyped] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [saved, setSaved] = useState<'verified' | 'removed' | null>(null);
  const isOffered = loaded.state === 'ready' && loaded.value.phone;
  if (!isOffered && profile.phone === null) return null;

  const done = (what: 'verified' | 'removed') => {
    setSaved(what);
    setStep('shown');
    setSentTo(null);
    setTyped('');
    onChanged();
  };
  return (
    <Card labelledBy="phone">
      <h2 id="phone" className="h3">
        {t('account.mobileNumber')}
      </h2>
      {saved && (
        <SavedNotice key={saved}>
          {t(saved === 'verified' ? 'account.phoneVerified' : 'account.phoneRemoved')}
        </SavedNotice>
      )}
      {sentTo !== null ? (
        <EnterCode
          variant="secondary"
          hint={t('account.phoneCodeTo', { phone: formatPhone(sentTo) })}
          submit={t('account.verifyPhone')}
          attempt={verifyPhone}
          sendAgain={() => sendPhoneCode(sentTo)}
          onDone={() => done('verified')}
          other={{ label: t('account.otherNumber'), onOther: () => setSentTo(null) }}
          messages={{ WRONG_CODE: 'account.phoneCodeWrong' }}
        />
      ) : profile.phone === null || step === 'asking' ? (
        <AskNumber
          typed={typed}
          onTyped={setTyped}
          onSent={(number) => {
            setSaved(null);
            setSentTo(number);
          }}
          onCancel={profile.phone === null ? undefined : () => setStep('shown')}
        />
      ) : (
        <OwnNumber
          phone={profile.phone}
          isVerified={profile.phoneVerified}
          onChange={
            isOffered
              ? () => {
                  setSaved(null);
                  setStep('asking');
                }
              : undefined
          }
          onRemoved={() => done('removed')}
        />
      )}
    </Card>
  );
}

interface AskNumberProps {
  typed: string;
  onTyped: (typed: string) => void;
  onSent: (number: string) => void;
  onCancel: (() => void) | undefined;
}

function AskNumber({ typed, onTyped, onSent, onCancel }: AskNumberProps) {
  const t = useT();
  const number = toE164(typed);
  const form = useAuthForm({
    check: () => (number === null ? { field: 'phone', message: 'file.fault.phone' } : null),
    attempt: () => sendPhoneCode(number ?? typed),
    onDone: () => onSent(number ?? typed),
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <p>{t('account.phoneWhy')}</p>
      <FormFault form={form} />
      <Field
        id="auth-phone"
        label={t('account.mobileNumber')}
        hint={t('account.phoneHint')}
        error={form.errorOf('phone')}
        foot={number && t('account.phoneAs', { phone: formatPhone(number) })}
      >
        <TextInput
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={typed}
          onChange={(event) => onTyped(event.currentTarget.value)}
        />
      </Field>
      <p className="row">
        <Button type="submit" busy={form.busy}>
          {t('auth.sendCode')}
        </Button>
        {onCancel && (
          <Button variant="quiet" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </p>
    </form>
  );
}

interface OwnNumberProps {
  /** Masked. */
  phone: string;
  isVerified: boolean;
  onChange: (() => void) | undefined;
  onRemoved: () => void;
}

function OwnNumber({ phone, isVerified, onChange, onRemoved }: OwnNumberProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const form = useAuthForm({ check: () => null, attempt: removePhone, onDone: onRemoved });
  return (
    <>
      <p className="row row--tight">
        <Icon of={phoneIcon} size="small" />
        <span className="code">{phone}</span>
        <Tag icon={isVerified ? checkIcon : undefined}>
          {t(isVerified ? 'account.verified' : 'account.notVerified')}
        </Tag>
      </p>
      <p className="row">
        {onChange && (
          <Button onClick={onChange}>{t(isVerified ? 'account.changePhone' : 'account.verifyPhone')}</Button>
        )}
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t('account.removePhone')}
        </Button>
      </p>
      <Dialog open={asking} title={t('account.removePhoneAsk')} onClose={() => setAsking(false)}>
        <form className="stack" onSubmit={form.submit} noValidate>
          <FormFault form={form} />
          <p>{t('account.removePhoneText')}</p>
          <p className="dialog__actions">
            <Button type="submit" variant="danger" busy={form.busy}>
              {t('account.removePhone')}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </p>
        </form>
      </Dialog>
    </>
  );
}
