import { NO_FAULTS, type Faults } from '../../decisions/outcome.ts';
import { useReportDecision } from '../../decisions/use-report-decision.ts';
import {
  AnswerReportDocument,
  ReplyToReportDocument,
  RequestInformationDocument,
} from './answering.graphql.ts';
import type { detailsToSend } from './answer-details.ts';
import type { Message } from './consequences.ts';
import { useState } from 'react';

interface Content extends ReturnType<typeof detailsToSend> {
  text: string;
  promisedOn: string | null;
  attachmentIds: readonly string[];
}

/** Sends what was written by the mutation its kind needs. True when it was sent. */
export function useSendMessage(reportId: string): {
  busy: boolean;
  faults: Faults;
  send: (message: Message, content: Content) => Promise<boolean>;
} {
  const answer = useReportDecision(AnswerReportDocument);
  const question = useReportDecision(RequestInformationDocument);
  const reply = useReportDecision(ReplyToReportDocument);
  const [last, setLast] = useState<Message | null>(null);

  async function send(message: Message, { text, promisedOn, attachmentIds, ...details }: Content) {
    setLast(message);
    const files = [...attachmentIds];
    switch (message) {
      case 'QUESTION':
        return (await question.decide({ reportId, text })) !== null;
      case 'REPLY':
        return (await reply.decide({ reportId, text, attachmentIds: files })) !== null;
      default:
        return (
          (await answer.decide({
            reportId,
            kind: message,
            text,
            promisedOn,
            attachmentIds: files,
            ...details,
          })) !== null
        );
    }
  }

  const used = last === 'QUESTION' ? question : last === 'REPLY' ? reply : answer;
  return { busy: used.busy, faults: last ? used.faults : NO_FAULTS, send };
}
