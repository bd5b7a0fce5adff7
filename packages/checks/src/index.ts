import { runAllJourneys, runJourneys } from './browser-tests.ts';
import { runChecks } from './checks.ts';
import { generate } from './generate.ts';
import { sum, type Outcome } from './outcome.ts';
import { isMeasure, measurePages } from './page-figures.ts';
import { runUnitTests } from './unit-tests.ts';

/** Runs `check`, `e2e`, `test` or a measure of the pages; the process ends with 1 when anything failed. */
export async function run(command: string, rest: readonly string[]): Promise<void> {
  if (command === 'generate') {
    for (const path of await generate()) console.log(path);
    return;
  }
  const outcomes: Outcome[] = [];
  const only = rest[0];
  if (command === 'check' || command === 'test') outcomes.push(await runChecks(only));
  if (command === 'test') outcomes.push(await runUnitTests());
  if (command === 'test' || (command === 'e2e' && rest.length === 0))
    outcomes.push(...(await runAllJourneys()));
  else if (command === 'e2e') outcomes.push(await runJourneys(rest));
  if (isMeasure(command)) outcomes.push(await measurePages(command));
  const total = sum(outcomes);
  console.log(`tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}
