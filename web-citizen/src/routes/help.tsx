import { Anchor, LinkButton } from '@lapor/ui';
import { SearchableText } from '../features/reading/searchable-text.tsx';
import { useT } from '../app/language-provider.tsx';

export default function Help() {
  const t = useT();
  return (
    <SearchableText
      title="help.title"
      lead="help.lead"
      sections={[
        { heading: 'help.danger', paragraphs: ['help.danger.text'] },
        { heading: 'help.whatToReport', paragraphs: ['help.whatToReport.text'] },
        { heading: 'help.lostCode', paragraphs: ['help.lostCode.text'] },
        { heading: 'help.noAnswer', paragraphs: ['help.noAnswer.text'] },
        { heading: 'help.wrongAgency', paragraphs: ['help.wrongAgency.text'] },
        { heading: 'help.archived', paragraphs: ['help.archived.text'] },
        { heading: 'help.access', paragraphs: ['help.access.text'] },
      ]}
    >
      <p>
        <Anchor href="/istilah">{t('help.readTerms')}</Anchor>
      </p>
      <p className="row">
        <LinkButton variant="primary" href="/lapor">
          {t('home.file')}
        </LinkButton>
        <LinkButton href="/lacak">{t('shell.follow')}</LinkButton>
      </p>
    </SearchableText>
  );
}
