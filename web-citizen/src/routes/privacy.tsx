import { TextPage } from '../components/text-page.tsx';

export default function Privacy() {
  return (
    <TextPage
      title="privacy.title"
      lead="privacy.lead"
      sections={[
        { heading: 'privacy.name', paragraphs: ['privacy.name.text', 'privacy.name.reveal'] },
        { heading: 'privacy.anonymous', paragraphs: ['privacy.anonymous.text', 'privacy.anonymous.account'] },
        { heading: 'privacy.confidential', paragraphs: ['privacy.confidential.text'] },
        { heading: 'privacy.photos', paragraphs: ['privacy.photos.text'] },
        { heading: 'privacy.device', paragraphs: ['privacy.device.text'] },
        { heading: 'privacy.account', paragraphs: ['privacy.account.text'] },
        { heading: 'privacy.code', paragraphs: ['privacy.code.text'] },
      ]}
    />
  );
}
