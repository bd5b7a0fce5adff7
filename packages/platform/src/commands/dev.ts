import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { APPLICATIONS } from '../build-applications.ts';
import { ownNode } from '../own-node.ts';
import { readSettings } from '../settings.ts';

const checkout = resolve(import.meta.dirname, '../../../..');

const BASES = { 'web-citizen': '/', 'web-agency': '/instansi/', 'web-admin': '/admin/' } as const;

/**
 * Development: the services under `node --watch` (they start again on a change), each application on its own Vite server with
 * hot replacement, which passes everything else to the gateway.
 */
export async function dev(): Promise<void> {
  const settings = readSettings(process.env);
  const gateway = `http://localhost:${settings.port}`;
  const launcher = join(checkout, 'packages/platform/launch.mjs');
  const children: ChildProcess[] = [
    spawn(process.execPath, ['--watch', '--watch-preserve-output', launcher, 'serve'], {
      stdio: 'inherit',
      detached: true,
      env: { ...process.env, NODE_ENV: 'development' },
    }),
    ...APPLICATIONS.map((application, index) =>
      spawn(
        join(checkout, application, 'node_modules/.bin/vite'),
        ['--port', String(settings.port + 1 + index), '--strictPort'],
        {
          cwd: join(checkout, application),
          stdio: 'inherit',
          detached: true,
          env: { ...ownNode(), GATEWAY_URL: gateway },
        },
      ),
    ),
  ];
  // The children are groups of their own, so that Ctrl-C reaches each of them once, through here.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => children.forEach((child) => child.kill(signal)));
  console.log(
    APPLICATIONS.map(
      (application, index) =>
        `${application}: http://localhost:${settings.port + 1 + index}${BASES[application]}`,
    ).join('\n'),
  );
  await Promise.all(children.map((child) => new Promise((fulfil) => child.once('exit', fulfil))));
}
