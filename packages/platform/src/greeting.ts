import type { Demo } from './demo/seed.ts';
import { DEMO_CITIZEN, DEMO_OFFICERS, DEMO_PASSWORD } from './demo/accounts.ts';
import type { Settings } from './settings.ts';

/** Says that the platform is ready, where it is, and with which accounts to look around. */
export function greet({ publicUrl }: Settings, demo: Demo | null, seconds: number): void {
  const lines = [
    '',
    `LAPOR! is ready after ${seconds.toFixed(1)} s.`,
    '',
    `  Citizens        ${publicUrl}/`,
    `  Officers        ${publicUrl}/instansi/`,
    `  National desk   ${publicUrl}/admin/`,
    `  Graph           ${publicUrl}/graphql`,
  ];
  if (demo) {
    lines.push(
      `  Demo accounts   ${publicUrl}/demo      (with the current second-factor codes)`,
      `  Mailbox         ${publicUrl}/mailbox   (mail that the platform sent)`,
      '',
      `  Password of every demo account: ${DEMO_PASSWORD}`,
      ...DEMO_OFFICERS.map(({ email, description }) => `    ${email.padEnd(34)} ${description}`),
      `    ${DEMO_CITIZEN.email.padEnd(34)} Warga dengan akun (masuk di ${publicUrl}/masuk)`,
      '',
      '  A first query for analysts:',
      `    curl -s ${publicUrl}/graphql -H 'content-type: application/json' -H 'x-lapor-client: curl' \\`,
      `      -H 'authorization: Bearer ${demo.analystKey}' -d '{"query":"{ nationalOverview { receivedThisMonth byState { state count } } }"}'`,
    );
  }
  lines.push('', 'Ctrl-C stops everything.');
  console.log(lines.join('\n'));
}
