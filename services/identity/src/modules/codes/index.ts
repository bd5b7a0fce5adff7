export { dropCodes, issueCode, takeCode, type CodePurpose, type IssuedCode } from './one-time-code.ts';
