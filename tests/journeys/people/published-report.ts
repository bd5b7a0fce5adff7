import { expect, type Browser, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../../platform/addresses.ts';
import { letPass, settle } from './clock.ts';
import { filedReport } from './filed-report.ts';
import { officer } from './officer.ts';

const graph = async (desk: Page, query: string, variables = {}) => {
  const response = await desk.request.post(`${PLATFORM_URL}/graphql`, {
    headers: { 'x-lapor-client': 'web-admin', origin: PLATFORM_URL },
    data: { query, variables },
  });
  return ((await response.json()) as { data: any }).data;
};

const verify = async (desk: Page, reportId: string): Promise<string> => {
  const { verifyReport } = await graph(
    desk,
    `mutation ($input: VerifyReportInput!) { verifyReport(input: $input) { __typename ... on UserError { code } } }`,
    {
      input: {
        reportId,
        class: 'GRIEVANCE',
        categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
        leadOrganisationId: 'pemkot-13-71',
        safeToPublish: true,
      },
    },
  );
  return verifyReport.__typename;
};

/** The desk sends reports to the city of Padang, as its page does, without its clicks: for journeys about who reads them. */
export async function publish(desk: Page, reportIds: readonly string[]): Promise<void> {
  // Words are learnt from what was published after the last: not at the same instant as in the journeys before.
  await letPass(1);
  for (const reportId of reportIds) expect(await verify(desk, reportId)).toBe('ReportChanged');
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
