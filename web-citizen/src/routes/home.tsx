import { Card, Icon, LinkButton, eyeIcon, forwardIcon, hiddenIcon, lockIcon } from '@lapor/ui';
import { lazyPart } from '../app/lazy-page.tsx';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { DraftNotice } from '../features/home/draft-notice.tsx';
import { FollowForm } from '../features/follow/follow-form.tsx';

const Below = lazyPart(() => import('../features/home/below.tsx'));

const steps = ['tell', 'check', 'act', 'judge'] as const;
const protections = [
  ['open', eyeIcon],
  ['anonymous', hiddenIcon],
  ['confidential', lockIcon],
] as const;

export default function Home() {
  const t = useT();
  return (
    <Page title={t('home.title')} bare>
      <div className="hero">
        <div className="wrap hero__in">
          <div className="stack">
            <h1>{t('home.heading')}</h1>
            <p className="lead">{t('home.lead')}</p>
            <p className="row">
              <LinkButton variant="primary" size="large" href="/lapor" iconEnd={forwardIcon}>
                {t('home.file')}
              </LinkButton>
            </p>
            <DraftNotice />
          </div>
          <FollowForm />
        </div>
      </div>
      <div className="wrap">
        <section className="section" aria-labelledby="steps">
          <h2 id="steps">{t('home.steps')}</h2>
          <ol className="howto">
            {steps.map((step) => (
              <li key={step}>
                <h3>{t(`home.step.${step}`)}</h3>
                <p className="muted">{t(`home.step.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>
        <section className="section" aria-labelledby="protection">
          <h2 id="protection">{t('home.youDecide')}</h2>
          <div className="grid-3">
            {protections.map(([name, icon]) => (
              <Card key={name} className="stack-2" labelledBy={`protection-${name}`}>
                <Icon of={icon} size="large" />
                <h3 id={`protection-${name}`}>{t(`home.protection.${name}`)}</h3>
                <p className="muted">{t(`home.protection.${name}.text`)}</p>
              </Card>
            ))}
          </div>
        </section>
        <Below />
      </div>
    </Page>
  );
}
