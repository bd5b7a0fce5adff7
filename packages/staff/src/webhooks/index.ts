/** Webhooks: where an organisation's own systems are told of its reports. Loaded when it is opened. */
import '../language/administration-words.ts';
export { Webhooks } from './webhooks.tsx';
export { WebhooksSection } from './webhooks-section.tsx';
