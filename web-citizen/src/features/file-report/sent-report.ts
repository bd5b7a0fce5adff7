const key = 'sent-report';

/** What the done page shows. It lives as long as the tab: the access code is shown once. */
export interface SentReport {
  id: string;
  number: string;
  accessCode: string;
  submittedAt: string;
  timeZone: string;
  /** The first version had arrived already; later changes did not go along. */
  earlierVersion: boolean;
  /** News will come by mail. */
  willBeTold: boolean;
}

let held: SentReport | null = null;

export function rememberSent(report: SentReport): void {
  held = report;
  try {
    sessionStorage.setItem(key, JSON.stringify(report));
  } catch {
    // Kept for this page.
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
