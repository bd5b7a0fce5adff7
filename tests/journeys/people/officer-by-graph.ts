import { expect, type Browser } from '@playwright/test';
import { PLATFORM_URL } from '../../platform/addresses.ts';
import { settle } from './clock.ts';
import { officer } from './officer.ts';

const CHANGED = `__typename ... on InvalidInput { fields { path code } } ... on UserError { code }`;

/**
 * An officer whose clicks are not what a journey is about: signed in as everybody, then changing reports by the graph alone. Lets the
 * services come to rest after each change.
 */
export async function officerByGraph(browser: Browser, email: string) {
  const page = await officer(browser, email);
  return {
    async do(mutation: string, input: Record<string, unknown>): Promise<void> {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const response = await page.request.post(`${PLATFORM_URL}/graphql`, {
        headers: { 'x-lapor-client': 'contract-test', origin: PLATFORM_URL },
        data: {
          query: `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${CHANGED} } }`,
          variables: { input },
        },
      });
      const { data, errors } = (await response.json()) as { data?: { result: unknown }; errors?: unknown };
      expect(errors).toBeUndefined();
      expect(data?.result).toEqual({ __typename: 'ReportChanged' });
      await settle();
    },
    leave: () => page.context().close(),
  };
}
