export { forgetLostCodes } from './forget-lost-codes.ts';
export { pathOfLostCode } from './link.ts';
export { sendNewCodes } from './send-new-codes.ts';
