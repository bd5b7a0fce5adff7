import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { parseReportNumber } from '@lapor/wording';
import { Anchor } from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { FollowForm } from '../features/follow/follow-form.tsx';
import { NewCode } from '../features/lost-code/new-code.tsx';
import { RequestCodeForm } from '../features/lost-code/request-code-form.tsx';
import { tokenOfLink } from '../features/lost-code/token-of-link.ts';

export default function Follow() {
  const t = useT();
  const { session } = useSession();
  const number = parseReportNumber(new URLSearchParams(useSearch()).get('nomor') ?? '') ?? '';
  const [token] = useState(() => tokenOfLink(location.hash));
  // A secret does not stay in the address, where it would be copied along.
  useEffect(() => {
    if (token) history.replaceState(history.state, '', location.pathname + location.search);
  }, [token]);
  return (
    <Page title={t('follow.title')} narrow className="stack stack-6 top-gap">
      <h1>{t('follow.heading')}</h1>
      <p className="lead">{t('follow.lead')}</p>
      {token && <NewCode token={token} />}
      <FollowForm number={number} alone />
      <section className="stack stack-2" aria-labelledby="lost">
        <h2 id="lost" className="h3">
          {t('follow.lost')}
        </h2>
        <p>{t('follow.lostCode')}</p>
        <RequestCodeForm number={number} />
        <p>
          {session ? t('follow.addToAccount') : t('follow.lostAccount')}{' '}
          <Anchor href={session ? '/akun' : '/masuk'}>
            {t(session ? 'shell.myReports' : 'shell.signIn')}
          </Anchor>
        </p>
      </section>
    </Page>
  );
}
