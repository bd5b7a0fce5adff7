/** How a recurring piece of work does. */
export interface JobState {
  name: string;
  lastEndedAt: string | null;
  lastFailedAt: string | null;
  lastFailureCode: string | null;
  lateSeconds: number;
  givenUp: number;
}
export interface OutboxState {
  subscriber: string;
  undelivered: number;
  oldestAt: string | null;
  heldStreams: number;
}
export interface WaitingState {
  name: string;
  waiting: number;
  failed: number;
  oldestAt: string | null;
}
export interface ServiceState {
  name: string;
  answers: boolean;
  jobs: readonly JobState[];
  outbox: readonly OutboxState[];
  waiting: readonly WaitingState[];
}
export interface SystemState {
  checkedAt: string;
  services: readonly ServiceState[];
}

export type HealthAnswer = SystemState | 'NOT_FOUND' | 'OFFLINE' | 'FAILED';

/** Asks how the services do. */
export async function readHealth(signal: AbortSignal): Promise<HealthAnswer> {
  try {
    const response = await fetch('/operations/health', { signal, headers: { accept: 'application/json' } });
    if (response.status === 404 || response.status === 401) return 'NOT_FOUND';
    return response.ok ? ((await response.json()) as SystemState) : 'FAILED';
  } catch {
    return 'OFFLINE';
  }
}
