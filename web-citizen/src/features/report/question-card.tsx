import { Bubble, Card, Icon, bellIcon } from '@lapor/ui';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { ReplyToReportDocument } from './changes.graphql.ts';
import { EvidencePicker } from './evidence-picker.tsx';
import { JourneyFragment } from './journey.graphql.ts';
import { openQuestion } from './journey-entry.ts';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';
import { useEvidence } from './use-evidence.ts';

/** An agency has asked and waits: its question, above everything else, and the place to answer. */
export function QuestionCard({ report: masked }: { report: FragmentOf<typeof JourneyFragment> }) {
  const t = useT();
  const words = useReportWords();
  const report = readFragment(JourneyFragment, masked);
  const { reportId, number } = useReportPage();
  const { change, busy, fault } = useChange(ReplyToReportDocument);
  const evidence = useEvidence();
  const question = openQuestion(report.history);
  if (!question || !report.viewerCanReply) return null;
  const asked = words.history({
    kind: question.kind,
    actorKind: question.actorKind,
    toReporter: true,
    organisation: question.organisation?.name,
  });
  return (
    <Card labelledBy="question" asking>
      <div className="row row--nowrap row--top">
        <Icon of={bellIcon} size="large" />
        <div>
          <h2 id="question">{asked}</h2>
          <p>{t('report.answerHint')}</p>
        </div>
      </div>
      {question.text && (
        <Bubble>
          <p className="prewrap" lang="id">
            {question.text}
          </p>
        </Bubble>
      )}
      <TextForm
        keep={`reply-${number}`}
        label={t('report.yourAnswer')}
        send={t('report.sendAnswer')}
        variant="primary"
        busy={busy}
        fault={fault}
        onSend={async (text) => {
          const attachmentIds = await evidence.settled();
          return attachmentIds !== null && change({ reportId, text, attachmentIds });
        }}
      >
        <EvidencePicker evidence={evidence} />
      </TextForm>
    </Card>
  );
}
