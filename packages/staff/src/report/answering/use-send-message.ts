import { NO_FAULTS, type Faults } from '../../decisions/outcome.ts';
import { useReportDecision } from '../../decisions/use-report-decision.ts';
import { useUndoableDecision } from '../../undo/use-undoable-decision.ts';
import {
  AnswerReportDocument,
  ReplyToReportDocument,
  RequestInformationDocument,
  WriteToReporterDocument,
} from './answering.graphql.ts';
import type { detailsToSend } from './answer-details.ts';
import type { Message } from './consequences.ts';
import { useState } from 'react';
import type { WrittenAs } from '../../undo/sent-changes-context.ts';

interface Content extends ReturnType<typeof detailsToSend> {
  text: string;
  promisedOn: string | null;
  attachmentIds: readonly string[];
}

/** Sends what was written by the mutation its kind needs: it is made, or an answer can be taken back for some seconds. Null when it was not sent. */
export function useSendMessage(reportId: string): {
  busy: boolean;
  faults: Faults;
  send: (message: Message, content: Content, draft: WrittenAs) => Promise<'MADE' | 'PENDING' | null>;
} {
  const answer = useUndoableDecision(AnswerReportDocument, 'ANSWER');
  const question = useReportDecision(RequestInformationDocument);
  const reply = useReportDecision(ReplyToReportDocument);
  const letter = useReportDecision(WriteToReporterDocument);
  const [last, setLast] = useState<Message | null>(null);

  async function send(
    message: Message,
    { text, promisedOn, attachmentIds, ...details }: Content,
    draft: WrittenAs,
  ) {
    setLast(message);
    const files = [...attachmentIds];
    const made = (result: object | null) => (result === null ? null : ('MADE' as const));
    switch (message) {
      case 'QUESTION':
        return made(await question.decide({ reportId, text }));
      case 'MESSAGE':
        return made(await letter.decide({ reportId, text }));
      case 'REPLY':
        return made(await reply.decide({ reportId, text, attachmentIds: files }));
      default: {
        const sent = await answer.decide(
          { reportId, kind: message, text, promisedOn, attachmentIds: files, ...details },
          draft,
        );
        return sent?.__typename === 'ChangePending' ? ('PENDING' as const) : made(sent);
      }
    }
  }

  const talk = { QUESTION: question, REPLY: reply, MESSAGE: letter };
  const used = last === 'QUESTION' || last === 'REPLY' || last === 'MESSAGE' ? talk[last] : answer;
  return { busy: used.busy, faults: last ? used.faults : NO_FAULTS, send };
}
