import { NotFoundState, Skeleton } from '@lapor/ui';
import { signInProvider, type SignInProvider } from '@lapor/web-client';
import { useCallback } from 'react';
import { useText } from '../language/use-text.ts';
import { useOrganisationName } from '../keys/use-organisation-name.ts';
import { AskAgain } from '../session/attempts/ask-again.tsx';
import { useAnswer } from '../session/attempts/use-answer.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ProviderForm } from './provider-form.tsx';

interface AgencySignInPageProps {
  consoleLabel: string;
  /** A ministry, agency or government: the root, whose officers sign in there. */
  organisationId: string;
}

/** Where an organisation sets up its own sign-in (OpenID Connect) for its officers. */
export function AgencySignInPage({ consoleLabel, organisationId }: AgencySignInPageProps) {
  const t = useText();
  const { workplaces } = useSession();
  usePageTitle(t('provider.title'), consoleLabel);
  const entitled = workplaces.some(
    ({ roles, organisation }) =>
      roles.includes('NATIONAL_ADMIN') ||
      (roles.includes('AGENCY_ADMIN') &&
        organisation.id === organisationId &&
        organisation.government.id === organisationId),
  );
  if (!entitled)
    return (
      <NotFoundState page title={t('keys.notFound')}>
        {t('provider.notFoundHint')}
      </NotFoundState>
    );
  return <Settings key={organisationId} organisationId={organisationId} />;
}

function Settings({ organisationId }: { organisationId: string }) {
  const t = useText();
  const name = useOrganisationName(organisationId);
  const settings = useAnswer<SignInProvider | null>(
    useCallback(async () => {
      const answer = await signInProvider(organisationId);
      // None yet.
      return !answer.ok && answer.code === 'NOT_FOUND' ? ({ ok: true, value: null } as const) : answer;
    }, [organisationId]),
  );
  return (
    <>
      <div>
        <h1>{t('provider.title')}</h1>
        <p className="caption">{name ? t('provider.about', { name }) : t('provider.aboutAny')}</p>
      </div>
      {settings.value !== undefined ? (
        <ProviderForm
          key={settings.value?.changedAt ?? ''}
          organisationId={organisationId}
          provider={settings.value}
          onChanged={settings.reload}
        />
      ) : settings.failure ? (
        <AskAgain
          failure={settings.failure}
          title={t('provider.failed')}
          busy={settings.busy}
          onRetry={settings.reload}
        />
      ) : (
        <Skeleton label={t('page.loading')} lines={8} />
      )}
    </>
  );
}
