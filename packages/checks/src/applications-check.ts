import { buildApplications } from '@lapor/platform';
import { APPLICATIONS } from './applications.ts';
import { join } from 'node:path';
import { checkout, execute } from './checkout.ts';

/** Builds what has changed and holds each application against its budget of bytes. */
export async function checkApplications(): Promise<string> {
  await buildApplications();
  const faults: string[] = [];
  for (const name of APPLICATIONS) {
    const { code, output } = await execute(process.execPath, ['scripts/bundle-size.mjs'], {
      cwd: join(checkout, name),
    });
    if (code === 0)
      console.log(
        output
          .split('\n')
          .filter((line) => /kB/.test(line))
          .at(-1) ?? '',
      );
    else faults.push(output);
  }
  return faults.join('\n');
}
