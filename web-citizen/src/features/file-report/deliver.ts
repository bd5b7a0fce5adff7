import type { Client } from 'urql';
import { buildInput } from './build-input.ts';
import { titleOf } from './check-draft.ts';
import type { Draft } from './draft.ts';
import { draftTable } from './draft-store.ts';
import { unseenTable, type SentReport } from './sent-report.ts';
import { submit, type ServerFault } from './submit.ts';

export type UploadState = 'done' | 'waiting' | 'refused';

export interface Delivery {
  client: Pick<Client, 'mutation'>;
  /** The newest draft. */
  current: () => Draft;
  note: (patch: Partial<Draft>) => void | Promise<void>;
  /** Sends what files are not on the server yet. */
  uploadAll: () => Promise<UploadState>;
}

export type Delivered =
  | { kind: 'sent'; report: SentReport }
  | { kind: 'unreachable'; reason: 'OFFLINE' | 'BUSY'; retryAfterSeconds: number | null }
  | { kind: 'refused'; faults: readonly ServerFault[] }
  /** An earlier attempt had arrived, and what it held is not known here any more. */
  | { kind: 'conflict' };

/**
 * One attempt to send a draft, by whoever holds its lock: pages and the service worker. Its number and code are kept on
 * the device before anything else happens, so that nobody can lose them any more.
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { client, current, note, uploadAll } = delivery;
  const earlier = await unseenTable.read(current().submissionKey);
  if (earlier) return { kind: 'sent', report: earlier };
  // Somebody else may have sent its photos meanwhile.
  const kept = await draftTable.read(current().submissionKey);
  if (kept && kept.changedAt > current().changedAt) await note(kept);

  const uploaded = await uploadAll();
  if (uploaded === 'refused') return { kind: 'refused', faults: [filesRefused] };
  if (uploaded === 'waiting') return { kind: 'unreachable', reason: 'OFFLINE', retryAfterSeconds: null };

  const draft = current();
  const input = buildInput(draft);
  if (!draft.sentInput) await note({ sentInput: input });
  const outcome = await submit(client, input, draft.sentInput);
  if (outcome.kind === 'refused') {
    await note({ sentInput: null });
    return outcome;
  }
  if (outcome.kind !== 'sent') return outcome;
  const report: SentReport = {
    id: outcome.id,
    number: outcome.number,
    accessCode: outcome.accessCode,
    title: titleOf(draft),
    submissionKey: draft.submissionKey,
    submittedAt: outcome.submittedAt,
    timeZone: draft.region?.timeZone ?? 'Asia/Jakarta',
    earlierVersion: outcome.earlierVersion ?? false,
    willBeTold: draft.willBeTold,
  };
  await unseenTable.keep(report.submissionKey, report);
  return { kind: 'sent', report };
}

const filesRefused: ServerFault = { path: 'input.attachmentIds', code: 'INVALID' };
