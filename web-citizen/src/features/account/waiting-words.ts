import type { ReportState } from '@lapor/wording';
import { localDateOf } from '@lapor/wording';
import type { MessageId } from '../../app/language-provider.tsx';

interface WaitingReport {
  state: ReportState;
  closesAutomaticallyAt: string | null;
  region: { timeZone: string } | null;
}

/** For what a report waits for its reporter, and the last day on which it still does, if that is known ("2026-11-24"). */
export function waitingFor(report: WaitingReport): { message: MessageId; lastDay: string | null } {
  if (report.state === 'POSTPONED') return { message: 'account.waiting.data', lastDay: null };
  if (report.closesAutomaticallyAt === null) return { message: 'account.waiting.question', lastDay: null };
  // The instant is the midnight after the last day.
  const last = new Date(Date.parse(report.closesAutomaticallyAt) - 1);
  return {
    message: 'account.waiting.result',
    lastDay: localDateOf(last, report.region?.timeZone ?? 'Asia/Jakarta'),
  };
}
