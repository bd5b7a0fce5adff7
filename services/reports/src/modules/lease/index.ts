export { forgetLeases } from './forget-leases.ts';
export { mayLeaseAt } from './policy.ts';
export { findLeases, type LeaseRow } from './repository.ts';
export { LeaseResolver } from './resolver.ts';
export { leaseUntil, renewedUntil } from './vocabulary.ts';
