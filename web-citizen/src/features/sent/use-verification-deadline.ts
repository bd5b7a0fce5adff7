import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { useSession } from '../../app/session.tsx';
import { DeadlinePreviewDocument, VerificationClockDocument } from './deadline-preview.graphql.ts';
import type { SentReport } from '../file-report/sent-report.ts';

export interface Deadline {
  dueOn: string;
  isEstimated: boolean;
}

const attempts = 5;
const pauseMilliseconds = 2000;

/** By when the report will have been checked: computed at once, replaced by the report's own clock once that runs. */
export function useVerificationDeadline(report: SentReport | null): Deadline | null {
  const client = useClient();
  const inAccount = useSession().session?.kind === 'citizen';
  const [deadline, setDeadline] = useState<Deadline | null>(null);
  useEffect(() => {
    if (!report) return;
    let gone = false;
    const { submittedAt, number } = report;

    async function preview() {
      const { data } = await client.query(DeadlinePreviewDocument, { startedAt: submittedAt }).toPromise();
      if (data && !gone) setDeadline((known) => known ?? data.deadlinePreview);
    }
    async function watchClock() {
      for (let attempt = 0; attempt < attempts && !gone; attempt++) {
        const { data } = await client
          .query(VerificationClockDocument, { number }, { requestPolicy: 'network-only' })
          .toPromise();
        const clock = data?.report?.clocks?.find(({ kind }) => kind === 'VERIFICATION');
        if (clock && !gone) return setDeadline(clock);
        await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      }
    }
    void preview();
    // Only the owner of an account may read the report without its code.
    if (inAccount) void watchClock();
    return () => {
      gone = true;
    };
  }, [client, report, inAccount]);
  return deadline;
}
