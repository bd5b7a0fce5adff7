import { LinkButton, forwardIcon } from '@lapor/ui';
import { lazyPart } from '../app/lazy-page.tsx';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { closeDraft, mayHaveDrafts } from '../features/file-report/draft-store.ts';

const Drafts = lazyPart(() => import('../features/device/drafts.tsx'), <div className="drafts-waiting" />);
const FollowForm = lazyPart(
  async () => ({ default: (await import('../features/follow/follow-form.tsx')).FollowForm }),
  <div className="card follow-waiting" />,
);
const Below = lazyPart(() => import('../features/home/below.tsx'));

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
              <LinkButton
                variant="primary"
                size="large"
                href="/lapor"
                iconEnd={forwardIcon}
                onClick={closeDraft}
              >
                {t('home.file')}
              </LinkButton>
            </p>
            {mayHaveDrafts() && <Drafts />}
          </div>
          <FollowForm />
        </div>
      </div>
      <div className="wrap">
        <Below />
      </div>
    </Page>
  );
}
