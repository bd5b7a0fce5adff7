import { useState } from 'react';
import { useParams } from 'wouter';
import { LinkButton } from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { AccountFrame } from '../features/account/account-frame.tsx';
import { ClaimReport } from '../features/account/claim-report.tsx';
import { DeleteAccount } from '../features/account/delete-account.tsx';
import { DownloadCard } from '../features/account/download-card.tsx';
import { EraseDataCard } from '../features/account/erase-data-card.tsx';
import { FollowingPage } from '../features/account/following-page.tsx';
import { LogCard } from '../features/account/log-card.tsx';
import { MyReports } from '../features/account/my-reports.tsx';
import { PasskeysCard } from '../features/account/passkeys-card.tsx';
import { PasswordCard } from '../features/account/password-card.tsx';
import { ProfilePage } from '../features/account/profile-page.tsx';
import { SessionsCard } from '../features/account/sessions-card.tsx';
import NotFound from './not-found.tsx';

const sections: Partial<Record<string, () => ReturnType<typeof Reports>>> = {
  mengikuti: Following,
  profil: Profile,
  keamanan: Security,
  data: Data,
  hapus: DeleteAccount,
};

/** The account: own reports, and behind them what can be seen and changed of the account itself. */
export default function Account() {
  const { section } = useParams<{ section?: string }>();
  const Section = section === undefined ? Reports : (sections[section] ?? NotFound);
  return <Section key={section} />;
}

function Reports() {
  const t = useT();
  const [claimed, setClaimed] = useState(0);
  return (
    <AccountFrame
      title="shell.myReports"
      action={
        <LinkButton href="/lapor" variant="primary">
          {t('home.file')}
        </LinkButton>
      }
    >
      {({ kind }) => (
        <>
          <MyReports key={claimed} />
          {kind === 'citizen' && (
            <div className="account-column">
              <ClaimReport onClaimed={() => setClaimed((count) => count + 1)} />
            </div>
          )}
        </>
      )}
    </AccountFrame>
  );
}

function Following() {
  return (
    <AccountFrame title="account.following" citizensOnly>
      {() => <FollowingPage />}
    </AccountFrame>
  );
}

function Profile() {
  return (
    <AccountFrame title="account.profile" citizensOnly>
      {() => <ProfilePage />}
    </AccountFrame>
  );
}

function Security() {
  // A new way in ends the other sessions, and everything is put on record: both are read anew.
  const [waysChanged, setWaysChanged] = useState(0);
  const [sessionsChanged, setSessionsChanged] = useState(0);
  const onWayChanged = () => setWaysChanged((count) => count + 1);
  return (
    <AccountFrame title="account.security" citizensOnly>
      {({ email }) => (
        <div className="account-columns">
          <div className="stack stack-6">
            <PasswordCard email={email} onChanged={onWayChanged} />
            <PasskeysCard email={email} onChanged={onWayChanged} />
          </div>
          <div className="stack stack-6">
            <SessionsCard
              key={`sessions-${waysChanged}`}
              onChanged={() => setSessionsChanged((count) => count + 1)}
            />
            <LogCard key={`log-${waysChanged}-${sessionsChanged}`} />
          </div>
        </div>
      )}
    </AccountFrame>
  );
}

function Data() {
  const t = useT();
  return (
    <AccountFrame title="account.data" citizensOnly>
      {() => (
        <div className="account-columns">
          <div className="stack stack-6">
            <DownloadCard />
            <EraseDataCard />
          </div>
          <section className="card stack" aria-labelledby="delete">
            <h2 id="delete" className="h3">
              {t('account.delete')}
            </h2>
            <p>{t('account.deleteTeaser')}</p>
            <p>
              <LinkButton href="/akun/hapus" variant="danger">
                {t('account.deleteOpen')}
              </LinkButton>
            </p>
          </section>
        </div>
      )}
    </AccountFrame>
  );
}
