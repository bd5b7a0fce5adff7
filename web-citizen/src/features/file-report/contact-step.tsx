import { useEffect, useRef } from 'react';
import { CheckCard, Checkbox, Field, Notice, TextArea, TextInput, lockIcon } from '@lapor/ui';
import type { Session } from '@lapor/web-client';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../app/language-provider.tsx';
import { fieldId, longest } from './check-draft.ts';
import { isAnonymous, mayBeAnonymous, requirementOf } from './draft.ts';
import { PhotoPicker } from './photo-picker.tsx';
import type { StepProps } from './step-props.ts';
import type { Photos } from './use-photos.ts';

/** Step 3: photographs, and of the person only what the category needs. */
export function ContactStep({ handle, errorOf, photos }: StepProps & { photos: Photos }) {
  const t = useT();
  const { session } = useSession();
  const { draft, change } = handle;
  const anonymous = isAnonymous(draft);
  return (
    <>
      <h1 tabIndex={-1}>{t('file.photosAndContact')}</h1>
      <PhotoPicker handle={handle} photos={photos} error={errorOf('photos')} />
      <section className="stack" aria-labelledby="contact">
        <div>
          <h2 id="contact">{t('file.contact')}</h2>
          {(!session || requirementOf(draft) === 'IDENTITY') && (
            <p className="caption">{t(`file.contact.${requirementOf(draft)}`)}</p>
          )}
        </div>
        {mayBeAnonymous(draft) && (
          <CheckCard
            name="anonymous"
            title={t('file.anonymous')}
            text={t(session ? 'file.anonymousAccount' : 'file.anonymousText')}
            checked={draft.isAnonymous}
            onChange={(checked) => change({ isAnonymous: checked })}
          />
        )}
        {!anonymous && <ContactFields handle={handle} errorOf={errorOf} account={session ?? null} />}
      </section>
    </>
  );
}

function ContactFields({
  handle: { draft, change },
  errorOf,
  account,
}: StepProps & { account: Session | null }) {
  const t = useT();
  const needsIdentity = requirementOf(draft) === 'IDENTITY';
  const optional = (needed: boolean) => (needed ? undefined : t('common.optional'));
  // The account knows the name; where the case needs it, it may differ from the one on the card.
  const filledIn = useRef(false);
  useEffect(() => {
    if (!account || !needsIdentity || filledIn.current) return;
    filledIn.current = true;
    change((newest) => (newest.name === '' ? { name: account.name } : {}));
  }, [account, needsIdentity, change]);
  const askName = !account || needsIdentity;
  return (
    <>
      {account && (
        <Notice>
          <p>{t('file.newsToAccount', { email: account.email })}</p>
        </Notice>
      )}
      {askName && (
        <Field
          id={fieldId('name')}
          label={t('file.name')}
          hint={optional(needsIdentity)}
          error={errorOf('name')}
        >
          <TextInput
            autoComplete="name"
            maxLength={longest.name}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </Field>
      )}
      {!account && (
        <>
          <Field
            id={fieldId('phone')}
            label={t('file.phone')}
            hint={t('file.phoneHint')}
            error={errorOf('phone')}
          >
            <TextInput
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              value={draft.phone}
              onChange={(event) => change({ phone: event.currentTarget.value })}
            />
          </Field>
          <Field
            id={fieldId('email')}
            label={t('file.email')}
            hint={t('file.emailHint')}
            error={errorOf('email')}
          >
            <TextInput
              type="email"
              inputMode="email"
              autoComplete="email"
              value={draft.email}
              onChange={(event) => change({ email: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
      {needsIdentity && (
        <>
          <Field id={fieldId('nik')} label={t('file.nik')} hint={t('file.nikHint')} error={errorOf('nik')}>
            <TextInput
              code
              inputMode="numeric"
              autoComplete="off"
              value={draft.nik}
              onChange={(event) => change({ nik: event.currentTarget.value })}
            />
          </Field>
          <Field
            id={fieldId('address')}
            label={t('file.address')}
            hint={optional(false)}
            error={errorOf('address')}
          >
            <TextArea
              short
              rows={2}
              autoComplete="street-address"
              maxLength={longest.address}
              value={draft.address}
              onChange={(event) => change({ address: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
      {draft.name.trim() !== '' && (
        <Checkbox
          label={t('file.showName')}
          checked={draft.showNamePublicly}
          onChange={(event) => change({ showNamePublicly: event.currentTarget.checked })}
        />
      )}
      <Notice tone="plain" icon={lockIcon}>
        <p>{t('file.sealed')}</p>
      </Notice>
    </>
  );
}
