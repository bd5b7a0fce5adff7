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
  // The citizens' application is written against React and travels on preact: the way back stays open.
  const onReact = ['build', '--outDir', join(checkout, '.cache/web-citizen-on-react'), '--emptyOutDir'];
  const citizen = join(checkout, 'web-citizen');
  const { code, output } = await execute(join(citizen, 'node_modules/.bin/vite'), onReact, {
    cwd: citizen,
    env: { CITIZEN_RUNTIME: 'react', NODE_ENV: 'production' },
  });
  if (code !== 0) faults.push(`web-citizen cannot be built on React:\n${output}`);
  return faults.join('\n');
}
