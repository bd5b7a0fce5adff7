import { LinkButton, NotFoundState } from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';

export default function NotFound() {
  const t = useT();
  return (
    <Page title={t('lost.title')} narrow className="top-gap">
      <NotFoundState
        page
        title={t('lost.title')}
        action={
          <LinkButton variant="primary" href="/">
            {t('common.home')}
          </LinkButton>
        }
      >
        {t('lost.text')}
      </NotFoundState>
    </Page>
  );
}
