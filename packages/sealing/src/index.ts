export { createSealer, type Sealer } from './sealer.ts';
export { keyedHash, deriveDigits } from './keyed-hash.ts';
