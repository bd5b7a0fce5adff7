export { httpPostHolders, type PostHolder, type PostHolders } from './post-holders.ts';
export { sendDigests } from './send-digests.ts';
