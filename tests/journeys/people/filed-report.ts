import { randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../../platform/addresses.ts';
import { person, roadReport } from '../../platform/graph-client.ts';
import { settle } from './clock.ts';

/** Many from one address would have to show work first. */
const elsewhere = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

/** A report of somebody elsewhere, filed without a browser; for journeys that are about what comes afterwards. */
export async function filedReport(
  title: string,
  more: Partial<ReturnType<typeof roadReport>> & {
    suggestedOrganisationId?: string;
    isConfidential?: boolean;
  } = {},
): Promise<{ id: string; number: string; title: string }> {
  const { __typename, report } = await person(PLATFORM_URL, elsewhere()).do(
    'submitReport',
    { ...roadReport(), title, text: `${title}. Sudah sebulan begini dan belum ada yang datang.`, ...more },
    '__typename ... on ReportSubmitted { report { id number } } ... on UserError { code }',
  );
  expect(__typename).toBe('ReportSubmitted');
  await settle();
  return { ...report, title };
}
