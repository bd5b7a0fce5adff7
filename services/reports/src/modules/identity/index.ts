export { contactOfReporter, type ReporterContact } from './contact-of-reporter.ts';
export { eraseIdentities, forgetAccounts } from './forget-account.ts';
export { identityFaults, identityToSeal, reporterInput } from './reporter-input.ts';
export { sealIdentity, sealOriginal, type Identity } from './sealed-identity.ts';
