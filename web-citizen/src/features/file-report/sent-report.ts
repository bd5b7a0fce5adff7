import { deviceTable } from './device-tables.ts';

const key = 'sent-report';

/** What the done page shows. */
export interface SentReport {
  id: string;
  number: string;
  accessCode: string;
  /** By which it is recognised among several. */
  title: string;
  submissionKey: string;
  submittedAt: string;
  timeZone: string;
  /** The first version had arrived already; later changes did not go along. */
  earlierVersion: boolean;
  /** News will come by mail. */
  willBeTold: boolean;
}

/**
 * Reports whose number and code nobody has seen yet, because they were sent in the background or the page was closed.
 * They stay on the device until the done page has shown them.
 */
export const unseenTable = deviceTable<SentReport>('lapor-sent', 'sent');

let held: SentReport | null = null;
const watchers = new Set<() => void>();

/** Shown by the done page, as long as the tab lives: the access code is shown once. */
export async function showSent(report: SentReport): Promise<void> {
  held = report;
  try {
    sessionStorage.setItem(key, JSON.stringify(report));
  } catch {
    // Kept for this page.
  }
  await unseenTable.drop(report.submissionKey);
  for (const watch of watchers) watch();
}

/** Calls back when another report is to be shown; answers how to stop. */
export function watchSent(watch: () => void): () => void {
  watchers.add(watch);
  return () => void watchers.delete(watch);
}

/** Whoever comes next to this device does not find the code here. */
export function forgetSent(): void {
  held = null;
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

export function recallSent(): SentReport | null {
  if (held) return held;
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as SentReport | null;
  } catch {
    return null;
  }
}
