import {
  createDraftStore,
  detailsToSend,
  faultsOf,
  NO_DETAILS,
  NO_FAULTS,
  type AnswerDetails,
  type UploadedFile,
} from '@lapor/staff/outside';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { VariablesOf } from '../graphql.ts';
import { AnswerByHandOverDocument, HandedOverReportDocument } from './hand-over.graphql.ts';
import type { Opened, useHandOver } from './use-hand-over.ts';

export type AnswerKind = VariablesOf<typeof AnswerByHandOverDocument>['input']['kind'];

export interface AnswerDraft extends AnswerDetails {
  kind: AnswerKind;
  text: string;
  promisedOn: string;
  files: readonly UploadedFile[];
}

const EMPTY: AnswerDraft = { kind: 'PLAN', text: '', promisedOn: '', files: [], ...NO_DETAILS };

const SETTLES_AFTER_MS = [1_500, 4_000];

/** What was typed goes with the tab: the machine may be shared, and there is no account to keep it under. */
const store = () => createDraftStore(sessionStorage, 'hand-over', () => new Date());

/** The answer of a head: its draft, sending it, and the report as it stands afterwards. */
export function useAnswer(
  { handOver, report: first }: Opened,
  { client, headers, open }: ReturnType<typeof useHandOver>,
) {
  const [report, setReport] = useState(first);
  const [draft, setDraft] = useState<AnswerDraft>(() => ({
    ...EMPTY,
    ...store().read<AnswerDraft>(handOver.id)?.value,
  }));
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [faults, setFaults] = useState(NO_FAULTS);
  const running = useRef(false);
  const requestKey = useRef(crypto.randomUUID());

  const reload = useCallback(
    () =>
      client
        .query(HandedOverReportDocument, { number: first.number }, { requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data }) => {
          if (data?.report) setReport(data.report);
        }),
    [client, first.number],
  );

  // Clocks follow an answer through events.
  useEffect(() => {
    if (!sent) return;
    const timers = SETTLES_AFTER_MS.map((delay) => setTimeout(() => void reload(), delay));
    return () => timers.forEach(clearTimeout);
  }, [sent, reload]);

  function change(part: Partial<AnswerDraft>) {
    setDraft((last) => {
      const next = { ...last, ...part };
      store().save(handOver.id, next);
      return next;
    });
  }

  async function send() {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setSent(false);
    const needsPromise = draft.kind === 'PLAN' || draft.kind === 'OBSTACLE';
    const input = {
      reportId: report.id,
      kind: draft.kind,
      text: draft.text.trim(),
      promisedOn: needsPromise ? draft.promisedOn : null,
      attachmentIds: draft.files.map(({ id }) => id),
      ...detailsToSend(draft.kind, draft, draft.files.length),
      requestKey: requestKey.current,
      expectedVersion: report.version,
    };
    const ask = () => client.mutation(AnswerByHandOverDocument, { input }).toPromise();
    let answer = await ask();
    // The grant lasts for hours, the link for days: once more with a new one.
    if (answer.data?.result.__typename === 'NotFound' && (await open())) answer = await ask();
    running.current = false;
    setBusy(false);
    const result = answer.data?.result;
    const found = faultsOf(result, answer.error);
    setFaults(found ?? NO_FAULTS);
    // The stand-in was faster: what it did stands on the page before it is sent again.
    if (result?.__typename === 'StaleReport') await reload();
    if (result?.__typename !== 'ReportChanged') return;
    store().discard(handOver.id);
    requestKey.current = crypto.randomUUID();
    setDraft(EMPTY);
    setReport(result.report);
    setSent(true);
    window.scrollTo(0, 0);
  }

  return {
    report,
    timeZone: handOver.organisation.timeZone,
    draft,
    change,
    headers,
    busy,
    sent,
    faults,
    send,
  };
}

export type Answer = ReturnType<typeof useAnswer>;
