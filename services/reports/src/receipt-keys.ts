import { z } from 'zod';
import { readReceiptKeys, type ReceiptKey } from '@lapor/receipt/signing';

/** The setting `RECEIPT_KEYS`: production must have it; elsewhere one key derives from the service's secret. */
export const receiptKeys = (environment: string) => {
  const keys = z
    .string()
    .describe('keys that sign receipts, newest first (docs/runbooks/keys.md); production has no default')
    .transform((setting, context): readonly ReceiptKey[] => {
      const read = readReceiptKeys(setting);
      if (typeof read !== 'string') return read;
      context.addIssue({ code: 'custom', message: read });
      return z.NEVER;
    });
  return environment === 'production' ? keys : keys.optional();
};
