import { expect, type Browser, type Page } from '@playwright/test';
import { settle } from './clock.ts';
import { filedReport } from './filed-report.ts';
import { askAs } from './invited-officer.ts';
import { officer } from './officer.ts';

const VERIFY = `mutation ($input: VerifyReportInput!) {
  result: verifyReport(input: $input) { __typename ... on UserError { code } ... on InvalidInput { fields { path code } } }
}`;

interface Passed {
  lead: string;
  coHandlers?: readonly string[];
  isConfidential?: boolean;
}

/** The desk passes reports on to the units that are to handle them. */
async function verifyAll(
  desk: Page,
  reportIds: readonly string[],
  { lead, coHandlers = [], isConfidential = false }: Passed,
): Promise<void> {
  for (const reportId of reportIds) {
    const { result } = await askAs(desk, VERIFY, {
      input: {
        reportId,
        class: 'GRIEVANCE',
        categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
        leadOrganisationId: lead,
        coHandlerIds: coHandlers,
        safeToPublish: !isConfidential,
      },
    });
    expect(result).toMatchObject({ __typename: 'ReportChanged' });
  }
  await desk.context().close();
  await settle();
}

/** Reports that the national desk passed on, without its clicks: for journeys about who handles them. */
export async function passedReports(
  browser: Browser,
  titles: readonly string[],
  to: Passed,
): Promise<{ id: string; number: string; title: string }[]> {
  const { isConfidential = false } = to;
  const reports = [];
  for (const title of titles) reports.push(await filedReport(title, { isConfidential }));
  await verifyAll(
    await officer(browser, 'verifikator@contoh.go.id'),
    reports.map(({ id }) => id),
    to,
  );
  return reports;
}

/** One of them. */
export const passedReport = async (browser: Browser, title: string, to: Passed) =>
  (await passedReports(browser, [title], to))[0]!;

/** The same with a report that somebody filed on the own phone. */
export async function passOn(browser: Browser, number: string, to: Passed): Promise<void> {
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const { report } = await askAs(desk, 'query ($number: String!) { report(number: $number) { id } }', {
    number,
  });
  await verifyAll(desk, [report.id], to);
}
