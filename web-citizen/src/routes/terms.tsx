import { SearchableText } from '../features/reading/searchable-text.tsx';

/** The words of the service, each in one or two sentences. */
export default function Terms() {
  return (
    <SearchableText
      title="terms.title"
      lead="terms.lead"
      sections={[
        { heading: 'terms.people', paragraphs: ['terms.people.text', 'terms.people.units'] },
        {
          heading: 'terms.states',
          paragraphs: [
            'terms.states.submitted',
            'terms.states.postponed',
            'terms.states.disposed',
            'terms.states.progress',
            'terms.states.completed',
            'terms.states.archived',
          ],
        },
        {
          heading: 'terms.answers',
          paragraphs: [
            'terms.answers.acknowledgement',
            'terms.answers.plan',
            'terms.answers.result',
            'terms.answers.obstacle',
          ],
        },
        {
          heading: 'terms.clocks',
          paragraphs: ['terms.clocks.workingDay', 'terms.clocks.pause', 'terms.clocks.estimated'],
        },
        {
          heading: 'terms.protection',
          paragraphs: [
            'terms.protection.anonymous',
            'terms.protection.confidential',
            'terms.protection.code',
          ],
        },
        {
          heading: 'terms.oversight',
          paragraphs: ['terms.oversight.ombudsman', 'terms.oversight.ksp'],
        },
      ]}
    />
  );
}
