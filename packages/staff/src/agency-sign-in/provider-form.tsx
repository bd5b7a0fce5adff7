import {
  Button,
  CheckCard,
  ErrorSummary,
  Field,
  Notice,
  Panel,
  TextArea,
  TextInput,
  useToast,
  type FaultLink,
} from '@lapor/ui';
import { saveSignInProvider, type AuthCode, type SignInProvider } from '@lapor/web-client';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { FailureNotice } from '../session/attempts/failure-notice.tsx';
import { useAttempt } from '../session/attempts/use-attempt.ts';
import { CopyButton } from '../sharing/copy-button.tsx';
import {
  draftOf,
  EMPTY_PROVIDER,
  providerFaults,
  providerInput,
  type ProviderDraft,
} from './provider-draft.ts';
import { RemoveProvider } from './remove-provider.tsx';

interface ProviderFormProps {
  organisationId: string;
  /** As it stands; null: none yet. */
  provider: SignInProvider | null;
  onChanged: () => void;
}

/** Refusals that a field can mend. */
const atFields: Partial<Record<AuthCode, { fieldId: string; message: StaffMessageId }>> = {
  ISSUER_UNREACHABLE: { fieldId: 'provider-issuer', message: 'provider.issuerUnreachable' },
  DOMAIN_TAKEN: { fieldId: 'provider-domains', message: 'provider.domainTaken' },
  DOMAIN_UNKNOWN: { fieldId: 'provider-domains', message: 'provider.domainUnknown' },
  DOMAIN_PUBLIC: { fieldId: 'provider-domains', message: 'provider.domainPublic' },
};

export function ProviderForm({ organisationId, provider, onChanged }: ProviderFormProps) {
  const t = useText();
  const dates = useDates();
  const toast = useToast();
  const { value, change, savedAt, unsaved, clear } = useDraft<ProviderDraft>(
    `agency-sign-in:${organisationId}`,
    provider ? draftOf(provider) : EMPTY_PROVIDER,
  );
  // Never kept on the device.
  const [secret, setSecret] = useState('');
  const [faults, setFaults] = useState<readonly FaultLink[]>([]);
  const [removing, setRemoving] = useState(false);
  const attempt = useAttempt();
  const errorOf = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.message;
  const redirectUri =
    provider?.redirectUri ?? `${location.origin}/auth/oidc/callback/${encodeURIComponent(organisationId)}`;
  const atField = attempt.failure ? atFields[attempt.failure.code] : undefined;

  async function save() {
    const found = providerFaults(value, secret, provider === null);
    setFaults(found.map(({ fieldId, message }) => ({ fieldId, message: t(message) })));
    if (found.length > 0) return;
    const saved = await attempt.run(async () => {
      const result = await saveSignInProvider(organisationId, providerInput(value, secret));
      const fault = result.ok ? undefined : atFields[result.code];
      if (fault) setFaults([{ fieldId: fault.fieldId, message: t(fault.message) }]);
      return result;
    });
    if (!saved) return;
    clear();
    setSecret('');
    toast({ text: t('provider.saved') });
    onChanged();
  }

  return (
    <div className="cols cols--report">
      <Panel title={t(provider ? 'provider.change' : 'provider.new')}>
        <form
          className="stack stack-3 task"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <ErrorSummary title={t('reset.faults')} faults={faults} />
          {!atField && (
            <FailureNotice
              failure={attempt.failure}
              texts={{
                INPUT_INVALID: 'provider.invalid',
                NOT_FOUND: 'provider.refused',
                TRUST_BY_DESK: 'provider.trustByDesk',
              }}
            />
          )}
          <Field
            id="provider-name"
            label={t('provider.name')}
            hint={t('provider.nameHint')}
            error={errorOf('provider-name')}
          >
            <TextInput
              name="provider-name"
              maxLength={80}
              autoComplete="off"
              value={value.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
          </Field>
          <Field
            id="provider-issuer"
            label={t('provider.issuer')}
            hint={t('provider.issuerHint')}
            error={errorOf('provider-issuer')}
          >
            <TextInput
              name="issuer"
              type="url"
              inputMode="url"
              autoComplete="off"
              value={value.issuer}
              onChange={(event) => change({ issuer: event.currentTarget.value })}
            />
          </Field>
          <Field id="provider-client" label={t('provider.client')} error={errorOf('provider-client')}>
            <TextInput
              name="client-id"
              autoComplete="off"
              value={value.clientId}
              onChange={(event) => change({ clientId: event.currentTarget.value })}
            />
          </Field>
          <Field
            id="provider-secret"
            label={t('provider.secret')}
            hint={t(provider ? 'provider.secretKept' : 'provider.secretHint')}
            error={errorOf('provider-secret')}
          >
            <TextInput
              name="client-secret"
              type="password"
              autoComplete="off"
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
          </Field>
          <Field
            id="provider-domains"
            label={t('provider.domains')}
            hint={t('provider.domainsHint')}
            error={errorOf('provider-domains')}
          >
            <TextArea
              short
              name="mail-domains"
              autoComplete="off"
              spellCheck={false}
              value={value.mailDomains}
              onChange={(event) => change({ mailDomains: event.currentTarget.value })}
            />
          </Field>
          <CheckCard
            title={t('provider.trust')}
            text={t('provider.trustText')}
            checked={value.trustsSecondFactor}
            onChange={(trustsSecondFactor) => change({ trustsSecondFactor })}
          />
          <div className="row">
            <Button variant="primary" type="submit" busy={attempt.busy}>
              {t('provider.save')}
            </Button>
            {provider && (
              <Button variant="danger" onClick={() => setRemoving(true)}>
                {t('provider.remove')}
              </Button>
            )}
            <DraftMark savedAt={savedAt} unsaved={unsaved} />
          </div>
        </form>
        {removing && provider && (
          <RemoveProvider
            organisationId={organisationId}
            name={provider.name}
            onRemoved={() => {
              setRemoving(false);
              clear();
              onChanged();
            }}
            onClose={() => setRemoving(false)}
          />
        )}
      </Panel>
      <div className="stack stack-3">
        <Notice tone={provider ? 'success' : 'info'} title={t(provider ? 'provider.active' : 'provider.how')}>
          <p>
            {provider
              ? t('provider.activeSince', { moment: dates.moment(provider.changedAt, 'short') })
              : t('provider.howText')}
          </p>
        </Notice>
        <Panel title={t('provider.register')}>
          <div className="stack stack-3">
            <p>{t('provider.registerText')}</p>
            <Redirect uri={redirectUri} />
            <p className="caption">{t('provider.flow')}</p>
          </div>
        </Panel>
      </div>
    </div>
  );
}

/** The address the agency's provider must know. */
function Redirect({ uri }: { uri: string }) {
  const t = useText();
  return (
    <div className="stack stack-2">
      <p id="redirect-label">
        <strong>{t('provider.redirect')}</strong>
      </p>
      <code className="secret code" aria-labelledby="redirect-label">
        {uri}
      </code>
      <div className="row row--tight">
        <CopyButton size="small" text={uri} label={t('provider.copyRedirect')} />
      </div>
    </div>
  );
}
