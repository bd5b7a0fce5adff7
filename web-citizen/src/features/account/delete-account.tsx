import { useEffect, useState } from 'react';
import { deleteAccount, sendDeletionCode, type Session } from '@lapor/web-client';
import { Anchor, Button, Card, Icon, LinkButton, completedIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { Page } from '../../app/page.tsx';
import { useSession } from '../../app/session.tsx';
import { EnterCode } from '../sign-in/enter-code.tsx';
import { FormFault } from '../sign-in/form-fault.tsx';
import { useAuthForm } from '../sign-in/use-auth-form.ts';
import { AccountFrame } from './account-frame.tsx';

const erased = ['account.erased.profile', 'account.erased.access', 'account.erased.link'] as const;
const kept = [
  'account.kept.handled',
  'account.kept.public',
  'account.kept.identity',
  'account.kept.code',
] as const;

/** The end of an account: what goes and what stays in plain words, a code by mail, the last question. */
export function DeleteAccount() {
  const [deleted, setDeleted] = useState(false);
  if (deleted) return <Deleted />;
  return (
    <AccountFrame title="account.delete" under="/akun/data" citizensOnly>
      {(session) => (
        <div className="account-column stack stack-6">
          <Consequences />
          <Confirm session={session} onDeleted={() => setDeleted(true)} />
        </div>
      )}
    </AccountFrame>
  );
}

function Consequences() {
  const t = useT();
  return (
    <>
      <Kept />
      <Card labelledBy="erased">
        <h2 id="erased" className="h3">
          {t('account.erased')}
        </h2>
        <ul>
          {erased.map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
        <p>
          {t('account.downloadFirst')} <Anchor href="/akun/data">{t('account.download')}</Anchor>
        </p>
      </Card>
    </>
  );
}

function Kept() {
  const t = useT();
  return (
    <Card labelledBy="kept">
      <h2 id="kept" className="h3">
        {t('account.kept')}
      </h2>
      <ul>
        {kept.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
      </ul>
    </Card>
  );
}

function Confirm({ session, onDeleted }: { session: Session; onDeleted: () => void }) {
  const t = useT();
  const [sent, setSent] = useState(false);
  const form = useAuthForm({ check: () => null, attempt: sendDeletionCode, onDone: () => setSent(true) });
  return (
    <Card labelledBy="confirm">
      <h2 id="confirm" className="h3">
        {t('account.deleteConfirm')}
      </h2>
      <p>{t('account.deleteForGood')}</p>
      {sent ? (
        <EnterCode
          variant="danger"
          hint={t('account.codeTo', { email: session.email })}
          submit={t('account.deleteDo')}
          attempt={deleteAccount}
          sendAgain={sendDeletionCode}
          onDone={onDeleted}
          other={{ label: t('common.cancel'), onOther: () => setSent(false) }}
        />
      ) : (
        <form className="stack" onSubmit={form.submit} noValidate>
          <FormFault form={form} />
          <p className="row">
            <Button type="submit" variant="danger" busy={form.busy}>
              {t('account.sendDeleteCode')}
            </Button>
            <LinkButton href="/akun/data" variant="quiet">
              {t('common.cancel')}
            </LinkButton>
          </p>
        </form>
      )}
    </Card>
  );
}

function Deleted() {
  const t = useT();
  const { refresh } = useSession();
  // Nobody is signed in any more: the page's head and the cache of the graph have to learn that.
  useEffect(() => void refresh(), [refresh]);
  return (
    <Page title={t('account.deleted')} narrow className="stack stack-6 top-gap">
      <div className="row row--nowrap row--top">
        <Icon of={completedIcon} size="hero" className="good" />
        <div>
          <h1>{t('account.deleted')}</h1>
          <p className="lead">{t('account.deletedText')}</p>
        </div>
      </div>
      <Kept />
      <p className="row">
        <LinkButton variant="primary" href="/">
          {t('common.home')}
        </LinkButton>
        <LinkButton href="/lacak">{t('shell.follow')}</LinkButton>
      </p>
    </Page>
  );
}
