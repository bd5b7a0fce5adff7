export { createSealer, type Sealer } from './sealer.ts';
export { createEnvelope, ENVELOPE_MARK_BYTES, type Envelope, type EnvelopeOptions } from './envelope.ts';
export { keyedHash, deriveDigits } from './keyed-hash.ts';
export { uuidFrom } from './uuid-from.ts';
