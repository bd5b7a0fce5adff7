import { LinkButton } from '@lapor/ui';
import { TextPage } from '../components/text-page.tsx';
import { useT } from '../app/language-provider.tsx';

/** What this site does for everybody, what it does not do yet, and where to say so. */
export default function Accessibility() {
  const t = useT();
  return (
    <TextPage
      title="access.title"
      lead="access.lead"
      sections={[
        { heading: 'access.aim', paragraphs: ['access.aim.text'] },
        { heading: 'access.how', paragraphs: ['access.how.text', 'access.how.tested'] },
        { heading: 'access.plain', paragraphs: ['access.plain.text'] },
        {
          heading: 'access.limits',
          paragraphs: ['access.limits.map', 'access.limits.files', 'access.limits.words'],
        },
        { heading: 'access.barrier', paragraphs: ['access.barrier.text'] },
      ]}
    >
      <p className="row">
        <LinkButton variant="primary" href="/lapor">
          {t('home.file')}
        </LinkButton>
        {/* Not a page of this application: the browser goes there. */}
        <a href="/sederhana">{t('shell.plain')}</a>
      </p>
    </TextPage>
  );
}
