import { EmptyState, keyIcon, LinkButton, NotFoundState, Skeleton } from '@lapor/ui';
import { listApiKeys, type ApiKey, type KeyScope, type NewApiKey } from '@lapor/web-client';
import { useCallback, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { AskAgain } from '../session/attempts/ask-again.tsx';
import { useAnswer } from '../session/attempts/use-answer.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { KeyList } from './key-list.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { NewKeyShown } from './new-key-shown.tsx';
import { partKeys } from './key-states.ts';
import { useOrganisationName } from './use-organisation-name.ts';

interface KeysPageProps {
  consoleLabel: string;
  /** Only the keys of this organisation's systems; without it all that the officer may manage. */
  organisationId?: string;
  /** Where all keys are, when this page shows those of one organisation of many. */
  allHref?: string;
}

/** Keys for analysts and for agencies' systems: who reads how much, new ones, revoking. */
export function KeysPage({ consoleLabel, organisationId, allHref }: KeysPageProps) {
  const t = useText();
  const { workplaces } = useSession();
  usePageTitle(t('keys.title'), consoleLabel);
  const entitled = workplaces.some(
    ({ roles, organisation }) =>
      roles.includes('NATIONAL_ADMIN') ||
      (roles.includes('ANALYST') && !organisationId) ||
      (roles.includes('AGENCY_ADMIN') && organisation.id === organisationId),
  );
  if (!entitled)
    return (
      <NotFoundState page title={t('keys.notFound')}>
        {t('keys.notFoundHint')}
      </NotFoundState>
    );
  return <Keys key={organisationId ?? ''} organisationId={organisationId} allHref={allHref} />;
}

function Keys({ organisationId, allHref }: { organisationId?: string; allHref?: string }) {
  const t = useText();
  const organisationName = useOrganisationName(organisationId ?? null);
  const list = useAnswer(
    useCallback(async () => {
      const answer = await listApiKeys(organisationId);
      return answer.ok ? { ok: true, value: answer.value.keys } : answer;
    }, [organisationId]),
  );
  const [made, setMade] = useState<(NewApiKey & { label: string; scopes: readonly KeyScope[] }) | null>(null);

  return (
    <>
      <div>
        <h1>{t('keys.title')}</h1>
        <p className="caption">
          {organisationName ? t('keys.aboutOne', { name: organisationName }) : t('keys.about')}
        </p>
        {allHref && (
          <p className="top-gap-2">
            <LinkButton size="small" href={allHref}>
              {t('keys.all')}
            </LinkButton>
          </p>
        )}
      </div>
      <div className="cols cols--report">
        <div className="stack stack-3">
          <Listed list={list.value} ofOne={organisationId !== undefined} onChanged={list.reload} />
          {!list.value && list.failure && (
            <AskAgain
              failure={list.failure}
              title={t('keys.failed')}
              busy={list.busy}
              onRetry={list.reload}
            />
          )}
          {!list.value && !list.failure && <Skeleton label={t('page.loading')} lines={6} />}
        </div>
        {made ? (
          <NewKeyShown made={made} onDone={() => setMade(null)} />
        ) : (
          <NewKeyForm
            organisationId={organisationId}
            onMade={(key) => {
              setMade(key);
              list.reload();
            }}
          />
        )}
      </div>
    </>
  );
}

function Listed({
  list,
  ofOne,
  onChanged,
}: {
  list: readonly ApiKey[] | undefined;
  ofOne: boolean;
  onChanged: () => void;
}) {
  const t = useText();
  if (!list) return null;
  const { current, over } = partKeys(list, new Date());
  return (
    <>
      {current.length === 0 ? (
        <EmptyState icon={keyIcon} title={t('keys.none')}>
          {t('keys.noneHint')}
        </EmptyState>
      ) : (
        <KeyList
          titled
          keys={current}
          caption={t('keys.current', { count: current.length })}
          ofOne={ofOne}
          onChanged={onChanged}
        />
      )}
      {over.length > 0 && (
        <details className="more-about">
          <summary>{t('keys.over', { count: over.length })}</summary>
          <KeyList
            keys={over}
            caption={t('keys.over', { count: over.length })}
            ofOne={ofOne}
            onChanged={onChanged}
          />
        </details>
      )}
    </>
  );
}
