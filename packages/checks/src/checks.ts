import { join } from 'node:path';
import { checkApplications } from './applications-check.ts';
import { checkout, execute } from './checkout.ts';
import { checkGenerated } from './generated-check.ts';
import { checkModuleCount } from './module-count.ts';
import type { Outcome } from './outcome.ts';

/** A check: empty when all is well, else what is wrong. */
type Check = () => Promise<string>;

const program =
  (name: string, ...args: string[]): Check =>
  async () => {
    const { code, output } = await execute(name, args);
    return code === 0 ? '' : output.trim() || `${name} ended with ${code}`;
  };

const typesOf = (project: string): Check =>
  program('node', join(checkout, 'node_modules/ts7/bin/tsc'), '-p', project);

/** Everything that is judged without running the platform. */
const CHECKS: Record<string, Check> = {
  format: program('prettier', '--check', '--log-level', 'warn', '.'),
  lint: program('oxlint', '--deny-warnings', '.'),
  'types: services and packages': typesOf('tsconfig.json'),
  'types: ui': typesOf('packages/ui/tsconfig.json'),
  'types: staff': typesOf('packages/staff/tsconfig.json'),
  'types: web-citizen': typesOf('web-citizen/tsconfig.json'),
  'types: web-agency': typesOf('web-agency/tsconfig.json'),
  'types: web-admin': typesOf('web-admin/tsconfig.json'),
  boundaries: checkModuleCount,
  'unused code': program('knip', '--no-progress'),
  'generated files': checkGenerated,
  'built applications': checkApplications,
};

/** Runs the checks, one line each; `only` names one. */
export async function runChecks(only?: string): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, check] of Object.entries(CHECKS)) {
    if (only !== undefined && !name.startsWith(only)) continue;
    const start = performance.now();
    const fault = await check().catch((error: Error) => error.stack ?? error.message);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    console.log(`${fault ? '✗' : '✓'} check ${name} (${seconds} s)`);
    if (fault) {
      console.log(fault.split('\n').slice(0, 80).join('\n'));
      outcome.failed += 1;
    } else {
      outcome.passed += 1;
    }
  }
  return outcome;
}
