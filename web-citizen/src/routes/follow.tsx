import { useSearch } from 'wouter';
import { parseReportNumber } from '@lapor/wording';
import { Anchor } from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { FollowForm } from '../features/follow/follow-form.tsx';

export default function Follow() {
  const t = useT();
  const number = parseReportNumber(new URLSearchParams(useSearch()).get('nomor') ?? '') ?? '';
  return (
    <Page title={t('follow.title')} narrow className="stack stack-6 top-gap">
      <h1>{t('follow.heading')}</h1>
      <p className="lead">{t('follow.lead')}</p>
      <FollowForm number={number} alone />
      <section className="stack stack-2" aria-labelledby="lost">
        <h2 id="lost" className="h3">
          {t('follow.lost')}
        </h2>
        <p>{t('follow.lostCode')}</p>
        <p>
          {t('follow.lostAccount')} <Anchor href="/masuk">{t('shell.signIn')}</Anchor>
        </p>
      </section>
    </Page>
  );
}
