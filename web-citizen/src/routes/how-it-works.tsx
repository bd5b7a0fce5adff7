import { LinkButton } from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { TextPage } from '../components/text-page.tsx';

const deadlines = [
  'check',
  'followUp',
  'resolution',
  'inspection',
  'reply',
  'ombudsman',
  'close',
  'reopen',
] as const;

export default function HowItWorks() {
  const t = useT();
  return (
    <TextPage
      title="how.title"
      lead="how.lead"
      sections={[
        { heading: 'how.noWrongDoor', paragraphs: ['how.noWrongDoor.text'] },
        { heading: 'how.answers', paragraphs: ['how.answers.text'] },
        { heading: 'how.counting', paragraphs: ['how.counting.text'] },
      ]}
    >
      <section className="stack stack-3" aria-labelledby="how-deadlines">
        <h2 id="how-deadlines" className="h3">
          {t('how.deadlines')}
        </h2>
        <dl className="summary">
          {deadlines.map((name) => (
            <div className="summary__row" key={name}>
              <dt>{t(`how.deadline.${name}`)}</dt>
              <dd>{t(`how.deadline.${name}.text`)}</dd>
            </div>
          ))}
        </dl>
        <p className="caption">{t('how.source')}</p>
      </section>
      <p>
        <LinkButton variant="primary" href="/lapor">
          {t('home.file')}
        </LinkButton>
      </p>
    </TextPage>
  );
}
