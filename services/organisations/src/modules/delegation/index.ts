export { type DelegatePostInput, delegatePost } from './delegate-post.ts';
export { type EndDelegationInput, endDelegation } from './end-delegation.ts';
export { delegationLoaders } from './loaders.ts';
