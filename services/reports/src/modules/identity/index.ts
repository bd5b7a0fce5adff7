export { contactOfReporter, type ReporterContact } from './contact-of-reporter.ts';
export { eraseIdentities, eraseIdentityOf, forgetAccounts } from './forget-account.ts';
export { maskNik } from './mask-nik.ts';
export { identityFaults, identityToSeal, reporterInput } from './reporter-input.ts';
export {
  linkIdentity,
  openIdentity,
  sealedIdentity,
  sealOriginal,
  type Identity,
} from './sealed-identity.ts';
