import type { Viewer } from '@lapor/viewer';
import { REPORT_CHANNELS, type ReportChannel } from '../report/index.ts';

const APPLICATIONS: readonly string[] = ['ANDROID', 'IOS'];

/** By which door a report comes in: an agency's key, a door of the platform, or the application at hand. */
export function channelOf({ kind, apiKey, channel, isAtDoor }: Viewer): ReportChannel {
  if (apiKey) return 'API';
  const named = REPORT_CHANNELS.find((known) => known === channel);
  return named && (kind === 'service' || isAtDoor || APPLICATIONS.includes(named)) ? named : 'WEB';
}
