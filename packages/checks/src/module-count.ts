import { execute } from './checkout.ts';

/** Far fewer modules than there are would mean that the rules look at nothing. */
const FEWEST_MODULES = 300;

/** Import directions (`.dependency-cruiser.mjs`), with a least number of modules so that it cannot pass on nothing. */
export async function checkModuleCount(): Promise<string> {
  const { output } = await execute('depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'packages',
    'services',
    'web-citizen',
    'web-agency',
    'web-admin',
    'tests',
  ]);
  const start = output.indexOf('{');
  const { summary } = JSON.parse(output.slice(start)) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
  };
  const faults = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  if (summary.totalCruised < FEWEST_MODULES)
    faults.push(
      `Only ${summary.totalCruised} modules were looked at; there must be at least ${FEWEST_MODULES}.`,
    );
  return faults.join('\n');
}
