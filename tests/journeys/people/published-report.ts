import { expect, type Browser, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../../platform/addresses.ts';
import { settle } from './clock.ts';
import { filedReport } from './filed-report.ts';
import { officer } from './officer.ts';

/** The desk sends reports to the city of Padang, as its page does, without its clicks: for journeys about who reads them. */
export async function publish(desk: Page, reportIds: readonly string[]): Promise<void> {
  for (const reportId of reportIds) {
    const response = await desk.request.post(`${PLATFORM_URL}/graphql`, {
      headers: { 'x-lapor-client': 'web-admin', origin: PLATFORM_URL },
      data: {
        query: `mutation ($input: VerifyReportInput!) { verifyReport(input: $input) { __typename ... on UserError { code } } }`,
        variables: {
          input: {
            reportId,
            class: 'GRIEVANCE',
            categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
            leadOrganisationId: 'pemkot-13-71',
            safeToPublish: true,
          },
        },
      },
    });
    const { data } = (await response.json()) as { data: { verifyReport: { __typename: string } } };
    expect(data.verifyReport.__typename).toBe('ReportChanged');
  }
  await settle();
}

/** Reports of others that everybody may read, newest last. */
export async function publishedReports(
  browser: Browser,
  titles: readonly string[],
): Promise<{ id: string; number: string; title: string }[]> {
  const reports = [];
  for (const title of titles) reports.push(await filedReport(title));
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await publish(
    desk,
    reports.map(({ id }) => id),
  );
  await desk.context().close();
  return reports;
}
