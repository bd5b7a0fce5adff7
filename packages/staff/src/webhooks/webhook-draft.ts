import type { WebhookInput } from './webhook-client.ts';

export interface WebhookDraft {
  label: string;
  url: string;
  /** Null: all kinds. */
  types: readonly string[] | null;
}

export type DraftFault = 'LABEL_NEEDED' | 'URL_NEEDED' | 'URL_INSECURE' | 'TYPES_NEEDED';

/** What must be mended before it is sent, by field, in the order of the form. */
export function draftFaults({
  label,
  url,
  types,
}: WebhookDraft): { field: 'label' | 'url' | 'types'; fault: DraftFault }[] {
  const faults: ReturnType<typeof draftFaults> = [];
  if (label.trim() === '') faults.push({ field: 'label', fault: 'LABEL_NEEDED' });
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  if (!parsed) faults.push({ field: 'url', fault: 'URL_NEEDED' });
  else if (parsed.protocol !== 'https:' && !isOnThisMachine(parsed))
    faults.push({ field: 'url', fault: 'URL_INSECURE' });
  if (types?.length === 0) faults.push({ field: 'types', fault: 'TYPES_NEEDED' });
  return faults;
}

/** Nobody listens in on the way there. Where such addresses are not to be told anything, the server says so. */
const isOnThisMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** What is sent. */
export const draftInput = ({ label, url, types }: WebhookDraft): WebhookInput => ({
  label: label.trim(),
  url: url.trim(),
  types: types ?? [],
});
